import { expect, it } from 'vitest';
import { normalQuantile } from './normal-quantile.ts';
import { reuseOptimism } from './reuse-optimism.ts';
import { seededRandom } from './seeded-random.ts';

it.each([
  [0.5, 100, 1, 0],
  // √(0.25 / 100) × √(2 ln 100) = 0.05 × 3.034854
  [0.5, 100, 100, 0.15174271293851463],
  [0.9, 400, 20, 0.015 * 2.447746830680816],
])('%f on %i cases, looked at %i times', (proportion, n, looks, expected) => {
  expect(reuseOptimism(proportion, n, looks)).toBeCloseTo(expected, 12);
});

it('bounds the mean of the largest of twenty deviations, and not by far', () => {
  const random = seededRandom(7);
  let sum = 0;
  for (let round = 0; round < 4000; round += 1) {
    sum += Math.max(...Array.from({ length: 20 }, () => normalQuantile(random())));
  }
  const [mean, bound] = [sum / 4000, reuseOptimism(0.5, 0.25, 20)];
  expect(mean).toBeLessThan(bound);
  expect(mean).toBeGreaterThan(0.7 * bound);
});

it('refuses what is no proportion, no size and no number of looks', () => {
  expect(() => reuseOptimism(1.2, 100, 2)).toThrow(RangeError);
  expect(() => reuseOptimism(0.5, 0, 2)).toThrow(RangeError);
  expect(() => reuseOptimism(0.5, 100, 0)).toThrow(RangeError);
});
