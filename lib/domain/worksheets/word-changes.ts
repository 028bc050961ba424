import { words } from './text-tokens.ts';

/** A stretch of a text: in both, only in the older, or only in the newer. */
export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Texts that differ in more words than this are different texts, and comparing them would take too long. */
const MOST_CHANGES = 250;

/**
 * What was taken out of a text and what came in, word by word, in the order of reading. The pieces that are not 'added'
 * make up the old text, those that are not 'removed' the new one.
 *
 * The shortest edit script of Myers (1986), ‘An O(ND) difference algorithm and its variations’: its time grows with
 * what differs, and most edits of a long text are small. The merge's package compares every pair of equal words, and
 * takes seconds for a page of text in which all spaces are equal.
 */
export function wordChanges(before: string, after: string): readonly TextPiece[] {
  const [old, now] = [words(before), words(after)];
  const start = commonStart(old, now);
  const end = commonStart(old.slice(start).toReversed(), now.slice(start).toReversed());
  const [oldMiddle, nowMiddle] = [old.slice(start, old.length - end), now.slice(start, now.length - end)];
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...withoutLoneSpaces(shortestScript(oldMiddle, nowMiddle) ?? replaced(oldMiddle, nowMiddle)),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ]);
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, at) => word !== other[at]);
  return differs === -1 ? one.length : differs;
}

function replaced(old: readonly string[], now: readonly string[]): readonly TextPiece[] {
  return [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: now.join('') },
  ];
}

/** Furthest reaching paths, one list a number of changes, until one of them has read both texts; null beyond the bound. */
function shortestScript(old: readonly string[], now: readonly string[]): readonly TextPiece[] | null {
  const rounds: ReadonlyMap<number, number>[] = [];
  let reached: ReadonlyMap<number, number> = new Map([[1, 0]]);
  for (let changes = 0; changes <= MOST_CHANGES; changes += 1) {
    rounds.push(reached);
    const next = new Map<number, number>();
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = comesFromAbove(reached, diagonal, changes)
        ? (reached.get(diagonal + 1) ?? 0)
        : (reached.get(diagonal - 1) ?? 0) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return walkBack(old, now, rounds);
    }
    reached = next;
  }
  return null;
}

function comesFromAbove(reached: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true;
  return diagonal !== changes && (reached.get(diagonal - 1) ?? 0) < (reached.get(diagonal + 1) ?? 0);
}

function walkBack(
  old: readonly string[],
  now: readonly string[],
  rounds: readonly ReadonlyMap<number, number>[],
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let [x, y] = [old.length, now.length];
  for (const [changes, reached] of [...rounds.entries()].toReversed()) {
    const diagonal = x - y;
    const above = comesFromAbove(reached, diagonal, changes);
    const from = above ? diagonal + 1 : diagonal - 1;
    const fromX = changes === 0 ? 0 : (reached.get(from) ?? 0);
    const fromY = changes === 0 ? 0 : fromX - from;
    for (; x > fromX && y > fromY; x -= 1, y -= 1) pieces.push({ kind: 'same', text: old[x - 1] ?? '' });
    if (changes > 0 && above) pieces.push({ kind: 'added', text: now[y - 1] ?? '' });
    else if (changes > 0) pieces.push({ kind: 'removed', text: old[x - 1] ?? '' });
    [x, y] = [fromX, fromY];
  }
  return pieces.toReversed();
}

/** A space that alone stayed between changed words belongs to the change: one replaced phrase reads better than four. */
function withoutLoneSpaces(pieces: readonly TextPiece[]): readonly TextPiece[] {
  return inOrder(
    pieces.flatMap((piece, at): readonly TextPiece[] => {
      const lone = piece.kind === 'same' && piece.text.trim() === '' && !piece.text.includes('\n');
      const between = isChange(pieces[at - 1]) && isChange(pieces[at + 1]);
      return lone && between ? replaced([piece.text], [piece.text]) : [piece];
    }),
  );
}

function isChange(piece: TextPiece | undefined): boolean {
  return piece !== undefined && piece.kind !== 'same';
}

/** Within a run of changes, first all that went and then all that came; a space that both end with did not change. */
function inOrder(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const runs: TextPiece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run !== undefined && isChange(run[0]) === isChange(piece)) run.push(piece);
    else runs.push([piece]);
  }
  return runs.flatMap((run) => {
    if (!isChange(run[0])) return run;
    const [old, now] = [textOf(run, 'removed'), textOf(run, 'added')];
    const end = old.endsWith(' ') && now.endsWith(' ') ? ' ' : '';
    const cut = (text: string) => text.slice(0, text.length - end.length);
    return [...replaced([cut(old)], [cut(now)]), { kind: 'same', text: end }];
  });
}

function textOf(run: readonly TextPiece[], kind: TextPiece['kind']): string {
  return run
    .filter((piece) => piece.kind === kind)
    .map(({ text }) => text)
    .join('');
}

/** Without empty pieces, and with neighbours of one kind made one. */
function joined(pieces: readonly TextPiece[]): readonly TextPiece[] {
  const found: TextPiece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) found[found.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else found.push(piece);
  }
  return found;
}
