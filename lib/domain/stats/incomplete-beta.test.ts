import betainc from '@stdlib/math-base-special-betainc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { incompleteBeta } from './incomplete-beta.ts';

// >>> mpmath.betainc(a, b, 0, x, regularized=True)
test.each([
  [0.3, 5, 9, 0.34568643929849996],
  [0.01, 0.5, 0.5, 0.06376856085851985],
  [1e-5, 3, 200_000, 0.32332899725307757],
  [0.7, 400, 170, 0.45869299620519594],
  [0.999, 20, 0.2, 0.5054991426843435],
])('I_%d(%d, %d) to 1e-12', (x, a, b, expected) => {
  expect(relativeDifference(incompleteBeta(x, a, b).lower, expected)).toBeLessThan(1e-12);
});

test('closed forms: I_x(a, 1) = xᵃ and I_x(1, b) = 1 − (1 − x)ᵇ', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
      fc.double({ min: 0.1, max: 50, noNaN: true }),
      (x, shape) => {
        expect(relativeDifference(incompleteBeta(x, shape, 1).lower, x ** shape)).toBeLessThan(1e-12);
        expect(relativeDifference(incompleteBeta(x, 1, shape).lower, -Math.expm1(shape * Math.log1p(-x)))).toBeLessThan(
          1e-12,
        );
      },
    ),
  );
});

test('agrees with stdlib, whose own digits end near 1e-9 for large shapes', () => {
  const shape = fc.double({ min: 0.05, max: 5000, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (x, a, b) => {
      const { lower, upper } = incompleteBeta(x, a, b);
      expect(Math.abs(lower - betainc(x, a, b))).toBeLessThan(1e-11);
      expect(Math.abs(upper - betainc(x, a, b, true, true))).toBeLessThan(1e-11);
    }),
  );
});

test('swapping the shapes mirrors the tails', () => {
  const shape = fc.double({ min: 0.1, max: 1e6, noNaN: true });
  // A sixteenth is exact in binary, so 1 − x is too.
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 15 }), shape, shape, (sixteenths, a, b) => {
      const here = incompleteBeta(sixteenths / 16, a, b);
      const mirrored = incompleteBeta(1 - sixteenths / 16, b, a);
      expect(Math.abs(here.lower - mirrored.upper)).toBeLessThan(1e-13);
      expect(Math.abs(here.lower + here.upper - 1)).toBeLessThan(1e-13);
    }),
  );
});

test('the ends are exact, and what makes no sense is refused', () => {
  expect(incompleteBeta(0, 2, 3)).toEqual({ lower: 0, upper: 1 });
  expect(incompleteBeta(1, 2, 3)).toEqual({ lower: 1, upper: 0 });
  expect(() => incompleteBeta(1.1, 2, 3)).toThrow(RangeError);
  expect(() => incompleteBeta(0.5, 0, 3)).toThrow(RangeError);
  expect(() => incompleteBeta(0.5, 2, Infinity)).toThrow(RangeError);
});
