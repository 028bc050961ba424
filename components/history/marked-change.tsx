import type { TextPiece } from '#lib/domain/worksheets/word-changes.ts';

/** Words that went: struck through, and said so to those who only hear them. */
function Removed({ children }: { readonly children: string }) {
  return (
    <del className="bg-removed-ground px-0.5 text-removed">
      <span className="sr-only">removed: </span>
      {children}
      <span className="sr-only">, </span>
    </del>
  );
}

/** Words that came: underlined, so that paper and those who see no colour tell them apart. */
function Added({ children }: { readonly children: string }) {
  return (
    <ins className="bg-added-ground px-0.5 text-added decoration-1 underline-offset-2">
      <span className="sr-only">added: </span>
      {children}
      <span className="sr-only">, </span>
    </ins>
  );
}

interface MarkedChangeProps {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A value as it was and as it became. */
export function MarkedChange({ before, after }: MarkedChangeProps) {
  return (
    <>
      {before === undefined ? null : <Removed>{before}</Removed>} {after === undefined ? null : <Added>{after}</Added>}
    </>
  );
}

/** A text with the words marked that came and went. */
export function MarkedText({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map(({ kind, text }, index) => {
    if (kind === 'removed') return <Removed key={index}>{text}</Removed>;
    if (kind === 'added') return <Added key={index}>{text}</Added>;
    return <span key={index}>{text}</span>;
  });
}
