import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { incompleteGamma } from './incomplete-gamma.ts';

// >>> mpmath.mp.dps = 30; mpmath.gammainc(a, 0, x, regularized=True), mpmath.gammainc(a, x, mpmath.inf, regularized=True)
test.each([
  [0.1, 1e-5, 0.3323984050405033, 0.6676015949594967],
  [0.5, 0.2, 0.47291074313446193, 0.52708925686553807],
  [1, 3, 0.95021293163213606, 0.049787068367863943],
  [3.5, 9, 0.98802999764597045, 0.011970002354029551],
  [100, 80, 0.017108313035133114, 0.98289168696486689],
  [100, 130, 0.99724959163269347, 0.0027504083673065263],
  [1e6, 1.001e6, 0.84134478636834029, 0.15865521363165971],
  [2, 40, 0.99999999999999983, 1.7418252446695515e-16],
])('shape %d at %d', (shape, x, lower, upper) => {
  const tails = incompleteGamma(shape, x);
  expect(relativeDifference(tails.lower, lower)).toBeLessThan(1e-12);
  expect(relativeDifference(tails.upper, upper)).toBeLessThan(1e-12);
});

test('whole shapes: the upper tail is a sum of Poisson chances', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0.01, max: 60, noNaN: true }), (shape, x) => {
      let term = Math.exp(-x);
      let sum = term;
      for (let k = 1; k < shape; k += 1) {
        term *= x / k;
        sum += term;
      }
      expect(Math.abs(incompleteGamma(shape, x).upper - sum)).toBeLessThan(1e-13);
    }),
  );
});

test('the tails meet where the methods change', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 1000, noNaN: true }), (shape) => {
      const below = incompleteGamma(shape, (shape + 1) * (1 - 1e-13));
      expect(Math.abs(below.lower - incompleteGamma(shape, shape + 1).lower)).toBeLessThan(1e-11);
    }),
  );
});

test('ends and nonsense', () => {
  expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
  expect(incompleteGamma(2, Infinity)).toEqual({ lower: 1, upper: 0 });
  expect(() => incompleteGamma(0, 1)).toThrow(RangeError);
  expect(() => incompleteGamma(1, -1)).toThrow(RangeError);
});
