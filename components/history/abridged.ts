import type { TextPiece } from '#lib/domain/worksheets/word-changes.ts';

/** Characters of an unchanged stretch that are kept beside a change. */
const AROUND = 120;

/** What changed in a long text with some words around it, rather than the whole text again. */
export function abridged(pieces: readonly TextPiece[]): readonly TextPiece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'same') return piece;
    const lead = index > 0 ? AROUND : 0;
    const trail = index < pieces.length - 1 ? AROUND : 0;
    return { kind: 'same', text: shortened(piece.text, lead, trail) };
  });
}

function shortened(text: string, lead: number, trail: number): string {
  if (text.length <= lead + trail + AROUND) return text;
  const start = lead === 0 ? '' : text.slice(0, lead).replace(/\S*$/, '');
  const end = trail === 0 ? '' : text.slice(-trail).replace(/^\S*/, '');
  return `${start}…${end}`;
}
