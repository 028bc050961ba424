import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hypergeometricProbability } from './hypergeometric-probability.ts';

test('the probabilities of all counts add to 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), fc.nat(2000), (population, g, s) => {
      const group = g % (population + 1);
      const sample = s % (population + 1);
      let sum = 0;
      for (let k = 0; k <= Math.min(group, sample); k += 1)
        sum += hypergeometricProbability(k, population, group, sample);
      expect(Math.abs(sum - 1)).toBeLessThan(1e-11);
    }),
  );
});

/** Below it a double has no relative precision left to compare. */
const SMALLEST_NORMAL = 2 ** -1022;

test('group and sample change places without changing the probability', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat(10_000),
      fc.nat(10_000),
      fc.nat(30),
      (population, g, s, k) => {
        const group = g % (population + 1);
        const sample = s % (population + 1);
        const one = hypergeometricProbability(k, population, group, sample);
        const other = hypergeometricProbability(k, population, sample, group);
        expect(Math.abs(one - other)).toBeLessThanOrEqual(1e-10 * Math.max(one, other) + SMALLEST_NORMAL);
      },
    ),
  );
});

test('an exact small case: 2 of 5 marked in a draw of 3 from 10', () => {
  // C(5,2) C(5,1) / C(10,3) = 50 / 120
  expect(hypergeometricProbability(2, 10, 5, 3)).toBeCloseTo(50 / 120, 14);
});

test('impossible counts and nonsense', () => {
  expect(hypergeometricProbability(4, 10, 5, 3)).toBe(0);
  expect(hypergeometricProbability(0, 10, 9, 3)).toBe(0);
  expect(hypergeometricProbability(5, 10, 5, 10)).toBe(1);
  expect(() => hypergeometricProbability(1, 10, 11, 3)).toThrow(RangeError);
  expect(() => hypergeometricProbability(1, 10.5, 5, 3)).toThrow(RangeError);
});
