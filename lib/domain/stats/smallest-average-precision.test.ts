import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { smallestAveragePrecision } from './smallest-average-precision.ts';

test.each(referenceRows('classification_label.csv').filter((row) => row['calc'] === 'auprc_min'))(
  'published: $inputs_json',
  (row) => {
    const actual = smallestAveragePrecision(inputsIn(row)['prev'] ?? Number.NaN);
    expect(relativeDifference(actual, numberIn(row, 'expected'))).toBeLessThan(1e-12);
  },
);

test('is π / 2 for the rarest, continuous where the series ends, and 1 without negatives', () => {
  expect(relativeDifference(smallestAveragePrecision(1e-12), 5e-13)).toBeLessThan(1e-11);
  expect(relativeDifference(smallestAveragePrecision(0.1 - 1e-15), smallestAveragePrecision(0.1))).toBeLessThan(1e-13);
  expect(smallestAveragePrecision(1)).toBe(1);
  expect(() => smallestAveragePrecision(0)).toThrow(RangeError);
});
