import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { type QuantileMethod, quantileMethods, sampleQuantile } from './sample-quantile.ts';
import { countValues } from './value-counts.ts';

// Huyen, Designing Machine Learning Systems, chapter 1: ten response times in ms
const TEN = [100, 102, 100, 100, 99, 104, 110, 90, 3000, 95];
const published = (calc: string): number => {
  const row = referenceRows('latency_throughput.csv').find((candidate) => candidate['calc'] === calc);
  return numberIn(row ?? {}, 'expected');
};

test.each<[QuantileMethod, number]>([
  [1, published('quantile_type1_p90')],
  [2, 1555],
  [6, published('quantile_type6_p90')],
  [7, published('quantile_type7_p90')],
  [8, published('quantile_type8_p90')],
])('p90 of ten times by definition %d is %d', (method, expected) => {
  expect(sampleQuantile(countValues(TEN), 0.9, method)).toBeCloseTo(expected, 9);
});

// By hand from the positions: the rank is 1.8, 1.3, 1.8, 2.3, 2.1, 2.5, 2.23… and 2.25 for definitions 1–9.
test.each<[QuantileMethod, number]>([
  [1, 2],
  [2, 2],
  [3, 2],
  [4, 1.8],
  [5, 2.6],
  [6, 2.2],
  [7, 3],
  [8, 2.4666666666666668],
  [9, 2.5],
])('definition %d', (method, expected) => {
  expect(sampleQuantile(countValues([1, 2, 4, 8, 16, 32]), 0.3, method)).toBeCloseTo(expected, 12);
});

test('the median is the same by the definitions that are symmetric', () => {
  for (const method of [2, 5, 6, 7, 8, 9] as const) {
    expect(sampleQuantile(countValues([1, 2, 4, 8]), 0.5, method)).toBe(3);
    expect(sampleQuantile(countValues([1, 2, 4]), 0.5, method)).toBe(2);
  }
});

test('a rank that is whole but for rounding counts as whole', () => {
  // 100 · .57 is 56.99999999999999 in binary.
  const counts = countValues(Array.from({ length: 100 }, (_, index) => index + 1));
  expect(sampleQuantile(counts, 0.57, 1)).toBe(57);
  expect(sampleQuantile(counts, 0.29, 1)).toBe(29);
});

test('lies within the sample and never falls with the share', () => {
  const values = fc.array(fc.double({ min: -1e308, max: 1e308, noNaN: true }), { minLength: 1, maxLength: 30 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(values, share, share, fc.constantFrom(...quantileMethods), (list, one, other, method) => {
      const counts = countValues(list);
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map((q) => sampleQuantile(counts, q, method));
      const slack = 1e-12 * Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0));
      expect(low).toBeLessThanOrEqual((high ?? 0) + slack);
      expect(low).toBeGreaterThanOrEqual(Math.min(...list) - slack);
      expect(high).toBeLessThanOrEqual(Math.max(...list) + slack);
    }),
  );
});

test('a share outside [0, 1] has no quantile', () => {
  expect(() => sampleQuantile(countValues([1]), 1.1, 7)).toThrow(RangeError);
});
