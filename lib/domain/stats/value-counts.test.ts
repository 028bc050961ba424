import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addUpCounts, countUpTo, countValues, countsEach, meanOfCounts, valueAtRank } from './value-counts.ts';

const sample = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 });

test('ranks, counts and the mean are those of the sorted list', () => {
  fc.assert(
    fc.property(sample, (list) => {
      const counts = countValues(list);
      const sorted = list.toSorted((a, b) => a - b);
      expect(counts.n).toBe(list.length);
      sorted.forEach((value, index) => expect(valueAtRank(counts, index + 1)).toBe(value));
      for (const bound of [-6, -1.5, 0, 3, 9]) {
        expect(countUpTo(counts, bound)).toBe(list.filter((value) => value <= bound).length);
      }
      expect(meanOfCounts(counts)).toBeCloseTo(list.reduce((sum, value) => sum + value, 0) / list.length, 12);
    }),
  );
});

test('values that come counted, in any order and more than once, are the same sample', () => {
  fc.assert(
    fc.property(sample, (list) => {
      const times = (count: number) => list.map(() => count);
      expect(addUpCounts(list, times(1))).toEqual(countValues(list));
      const twice = addUpCounts([100, ...list, 100], [0, ...times(2), 0]);
      expect(twice).toEqual(countValues([...list, ...list]));
      expect([...countsEach(twice)].reduce((sum, count) => sum + count, 0)).toBe(2 * list.length);
    }),
  );
});

test('a rank outside the sample has no value', () => {
  expect(() => valueAtRank(countValues([1]), 2)).toThrow(RangeError);
  expect(() => valueAtRank(countValues([1]), 0)).toThrow(RangeError);
});
