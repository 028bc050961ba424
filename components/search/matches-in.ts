interface Piece {
  /** Where the piece begins in the excerpt. */
  readonly from: number;
  readonly words: string;
  readonly matched: boolean;
}

/** What would mean something in a pattern. */
const SPECIAL = /[$()*+.?[\\\]^{|}]/g;

/** Cuts an excerpt into what matches the text, whatever its case, and what lies between. */
export function matchesIn(excerpt: string, text: string): Piece[] {
  const wanted = text.trim();
  if (wanted === '') return [{ from: 0, words: excerpt, matched: false }];
  const pattern = new RegExp(wanted.replace(SPECIAL, String.raw`\$&`), 'giu');
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of excerpt.matchAll(pattern)) {
    if (match.index > end) pieces.push({ from: end, words: excerpt.slice(end, match.index), matched: false });
    pieces.push({ from: match.index, words: match[0], matched: true });
    end = match.index + match[0].length;
  }
  if (end < excerpt.length) pieces.push({ from: end, words: excerpt.slice(end), matched: false });
  return pieces;
}
