import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { quantileRanks } from './quantile-ranks.ts';
import { quantileSampleSize } from './quantile-sample-size.ts';

test.each(referenceRows('wilks_min_n.csv'))('q = $quantile at $conf', (row) => {
  const { oneSided, twoSided } = quantileSampleSize(numberIn(row, 'quantile'), numberIn(row, 'conf'));
  expect(oneSided).toBe(numberIn(row, 'n_one_sided_upper'));
  expect(twoSided).toBe(numberIn(row, 'n_two_sided_min_max'));
});

test('with that many the interval has both ends, and with one less it has not', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.02, max: 0.98, noNaN: true }), fc.constantFrom(0.9, 0.95, 0.99), (q, confidence) => {
      const { interval } = quantileSampleSize(q, confidence);
      const ends = (n: number): number => {
        const { lower, upper } = quantileRanks(n, q, confidence);
        return Number(lower !== null) + Number(upper !== null);
      };
      expect(ends(interval)).toBe(2);
      if (interval > 1) expect(ends(interval - 1)).toBeLessThan(2);
    }),
  );
});

test('a share of all or nothing has no size', () => {
  expect(() => quantileSampleSize(1, 0.95)).toThrow(RangeError);
  expect(() => quantileSampleSize(0.5, 1)).toThrow(RangeError);
});
