import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorsAtEachEnd } from './nearest-words.ts';

/** Sellers (1980), cell by cell: slow, and plain to see. */
function cellByCell(pattern: Int32Array, text: Int32Array, begins: 'anywhere' | 'at-begin'): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, row) => row);
  const errors = [pattern.length];
  for (const [at, word] of text.entries()) {
    const next = [begins === 'anywhere' ? 0 : at + 1];
    for (const [row, wanted] of pattern.entries()) {
      const replaced = (column[row] ?? 0) + (wanted === word ? 0 : 1);
      next.push(Math.min(replaced, (column[row + 1] ?? 0) + 1, (next[row] ?? 0) + 1));
    }
    column = next;
    errors.push(column.at(-1) ?? 0);
  }
  return errors;
}

it('finds the fewest errors at every place, also for patterns of several blocks', () => {
  const wordsUpTo = (maxLength: number) =>
    fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength, size: 'max' }).map((ids) => Int32Array.from(ids));
  fc.assert(
    fc.property(wordsUpTo(100), wordsUpTo(150), fc.constantFrom('anywhere', 'at-begin'), (pattern, text, begins) => {
      expect(Array.from(errorsAtEachEnd(pattern, text, begins))).toEqual(cellByCell(pattern, text, begins));
    }),
    { numRuns: 200 },
  );
});

it('counts as a reader would', () => {
  const [pattern, text] = [Int32Array.of(1, 2, 3), Int32Array.of(9, 1, 2, 8, 3, 9)];
  expect(Array.from(errorsAtEachEnd(pattern, text))).toEqual([3, 3, 2, 1, 1, 1, 2]);
});
