'use client';

/** Says that a long text takes images, while one is at it; the browser's own control behind a word. */
export function AddImage({ onChoose }: { readonly onChoose: (image: File) => void }) {
  return (
    <label className="link ml-auto flex min-h-6 w-fit cursor-pointer items-center rounded-control text-t-0 opacity-0 group-focus-within/field:opacity-100 group-hover/field:opacity-100 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11 pointer-coarse:opacity-100">
      Add image
      <input
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onChoose(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
        className="sr-only"
      />
    </label>
  );
}
