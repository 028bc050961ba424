import { buttonLook } from '#components/ui/button-look.ts';

/** Takes a file of rows from the disk: the browser's own control behind what looks like a button. */
export function ChooseRows({ label, onChoose }: { label: string; onChoose: (file: File) => void }) {
  return (
    <label
      className={buttonLook(
        'secondary',
        'compact',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
      )}
    >
      {label}
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onChoose(file);
          // The same file may be chosen again: it may have been mended.
          currentTarget.value = '';
        }}
        className="sr-only"
      />
    </label>
  );
}
