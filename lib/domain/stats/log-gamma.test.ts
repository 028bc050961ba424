import gammaln from '@stdlib/math-base-special-gammaln';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { logGamma } from './log-gamma.ts';

// >>> mpmath.mp.dps = 30; mpmath.loggamma(x)
test.each([
  [1e-5, 11.512919692895826],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [10, 12.801827480081469],
  [100.5, 361.4355404677776],
  [1e8, 1742068066.1038346],
])('ln Γ(%d) to 1e-14', (x, expected) => {
  expect(relativeDifference(logGamma(x), expected)).toBeLessThan(1e-14);
});

test('the zeros at 1 and 2 are zero to 1e-14', () => {
  expect(Math.abs(logGamma(1))).toBeLessThan(1e-14);
  expect(Math.abs(logGamma(2))).toBeLessThan(1e-14);
});

test('agrees with stdlib', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-8, max: 1e12, noNaN: true }), (x) => {
      expect(Math.abs(logGamma(x) - gammaln(x))).toBeLessThan(1e-13 * Math.max(1, Math.abs(gammaln(x))));
    }),
  );
});

test('x Γ(x) = Γ(x + 1)', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e4, noNaN: true }), (x) => {
      expect(Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x))).toBeLessThan(1e-14 * Math.max(1, x * Math.log(x)));
    }),
  );
});

test('is not defined at 0 or below', () => {
  expect(() => logGamma(0)).toThrow(RangeError);
  expect(() => logGamma(-0.5)).toThrow(RangeError);
  expect(() => logGamma(Number.NaN)).toThrow(RangeError);
});
