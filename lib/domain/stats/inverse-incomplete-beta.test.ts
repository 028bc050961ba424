import quantile from '@stdlib/stats-base-dists-beta-quantile';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { inverseIncompleteBeta } from './inverse-incomplete-beta.ts';

test('undoes the incomplete beta function', () => {
  const shape = fc.double({ min: 1, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), shape, shape, (probability, a, b) => {
      const x = inverseIncompleteBeta(probability, a, b);
      expect(Math.abs(incompleteBeta(x, a, b).lower - probability)).toBeLessThan(1e-9);
    }),
  );
});

test('agrees with stdlib', () => {
  const shape = fc.double({ min: 0.5, max: 2000, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (probability, a, b) => {
      expect(relativeDifference(inverseIncompleteBeta(probability, a, b), quantile(probability, a, b))).toBeLessThan(
        1e-9,
      );
    }),
  );
});

test('closed form for a first shape of 1: 1 − (1 − p)^(1/b), down to a billion', () => {
  for (const b of [1, 20, 1e6, 1e9]) {
    const expected = -Math.expm1(Math.log1p(-0.975) / b);
    expect(relativeDifference(inverseIncompleteBeta(0.975, 1, b), expected)).toBeLessThan(1e-12);
  }
});

test('the ends are exact, and what makes no sense is refused', () => {
  expect(inverseIncompleteBeta(0, 2, 3)).toBe(0);
  expect(inverseIncompleteBeta(1, 2, 3)).toBe(1);
  expect(() => inverseIncompleteBeta(-0.1, 2, 3)).toThrow(RangeError);
  expect(() => inverseIncompleteBeta(0.5, -1, 3)).toThrow(RangeError);
});
