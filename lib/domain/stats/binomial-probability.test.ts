import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { binomialProbability } from './binomial-probability.ts';

// >>> mpmath.binomial(n, k) * p**k * (1 - p)**(n - k)
test.each([
  [3, 10, 0.25, 0.25028228759765625],
  [1000, 1_000_000, 0.001, 0.012620923387767838],
  [500_000, 1_000_000, 0.5, 0.0007978843613317501],
  [5, 1_000_000_000, 5e-9, 0.17546737020651912],
])('%d successes of %d at %d', (k, n, p, expected) => {
  expect(relativeDifference(binomialProbability(k, n - k, p), expected)).toBeLessThan(1e-12);
});

test('certain and impossible outcomes', () => {
  expect(binomialProbability(0, 7, 0)).toBe(1);
  expect(binomialProbability(1, 6, 0)).toBe(0);
  expect(binomialProbability(7, 0, 1)).toBe(1);
  expect(binomialProbability(6, 1, 1)).toBe(0);
  expect(binomialProbability(0, 0, 0.3)).toBe(1);
});

test('the probabilities of all counts add to 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (n, p) => {
      let sum = 0;
      for (let k = 0; k <= n; k += 1) sum += binomialProbability(k, n - k, p);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
    }),
  );
});
