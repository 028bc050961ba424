import erfc from '@stdlib/math-base-special-erfc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { normalCdf } from './normal-cdf.ts';

// >>> mpmath.ncdf(z)
test.each([
  [0.5, 0.6914624612740131],
  [1.96, 0.9750021048517795],
  [-1, 0.15865525393145705],
  [-3, 0.0013498980316300946],
  [-5, 2.866515718791939e-7],
  [-6, 9.86587645037698e-10],
  [-10, 7.619853024160525e-24],
  [-20, 2.7536241186062337e-89],
  [-37, 5.725571222524577e-300],
])('Φ(%d) to 1e-14', (z, expected) => {
  expect(relativeDifference(normalCdf(z), expected)).toBeLessThan(1e-14);
});

test('agrees with stdlib through erfc', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 8, noNaN: true }), (z) => {
      expect(relativeDifference(normalCdf(z), erfc(-z / Math.SQRT2) / 2)).toBeLessThan(1e-12);
    }),
  );
});

test('is symmetric and reaches its limits', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 8, noNaN: true }), (z) => {
      expect(Math.abs(normalCdf(z) + normalCdf(-z) - 1)).toBeLessThan(1e-15);
    }),
  );
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(Infinity)).toBe(1);
  expect(normalCdf(-Infinity)).toBe(0);
});
