import { expect, it } from 'vitest';
import { effectiveSampleSize } from './effective-sample-size.ts';

it.each([
  [[1, 1, 1, 1], 4],
  // (1 + 2 + 3 + 4)² ÷ (1 + 4 + 9 + 16)
  [[1, 2, 3, 4], 100 / 30],
  [[1, 0, 0, 0, 0], 1],
])('weights %j count as %f cases', (weights, expected) => {
  const n = weights.length;
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / n;
  const variance = weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / n;
  expect(effectiveSampleSize(n, Math.sqrt(variance) / mean)).toBeCloseTo(expected, 12);
});

it('refuses what is no size and no variation', () => {
  expect(() => effectiveSampleSize(-1, 0)).toThrow(RangeError);
  expect(() => effectiveSampleSize(10, Number.NaN)).toThrow(RangeError);
});
