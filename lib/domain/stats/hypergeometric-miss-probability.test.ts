import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { hypergeometricMissProbability } from './hypergeometric-miss-probability.ts';

test('the published case: 10 of 1000 missed by a sample of 100', () => {
  const row = referenceRows('sampling.csv').find((candidate) => candidate['calc'] === 'miss_prob_finite');
  expect(
    relativeDifference(hypergeometricMissProbability(1000, 10, 100), numberIn(row ?? {}, 'expected')),
  ).toBeLessThan(1e-12);
});

test('comes down to (1 − p)ⁿ as the population grows', () => {
  expect(relativeDifference(hypergeometricMissProbability(1e12, 1e10, 100), 0.99 ** 100)).toBeLessThan(1e-9);
});

test('fewer than three: the sum of none, one and two', () => {
  // C(4,k) C(6,5−k) / C(10,5) for k = 0, 1, 2: 6 + 60 + 120 of 252
  expect(hypergeometricMissProbability(10, 4, 5, 3)).toBeCloseTo(186 / 252, 14);
});

test('a group smaller than wanted is always missed', () => {
  expect(hypergeometricMissProbability(10, 1, 10, 2)).toBeCloseTo(1, 14);
});
