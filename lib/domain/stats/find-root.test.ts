import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findRoot } from './find-root.ts';

test('finds cube roots to the last digit or two', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (cube) => {
      const root = findRoot((x) => x ** 3 - cube, 0, 200);
      expect(Math.abs(root - Math.cbrt(cube))).toBeLessThan(1e-14 * Math.max(1, root));
    }),
  );
});

test('the published example of the method’s family: cos x = x', () => {
  expect(findRoot((x) => Math.cos(x) - x, 0, 1)).toBeCloseTo(0.7390851332151607, 15);
});

test('needs few evaluations for a smooth function and not many for a nasty one', () => {
  const counted = (f: (x: number) => number): number => {
    let evaluations = 0;
    findRoot(
      (x) => {
        evaluations += 1;
        return f(x);
      },
      0,
      4,
    );
    return evaluations;
  };
  expect(counted((x) => Math.exp(x) - 5)).toBeLessThan(15);
  expect(counted((x) => (x - 1.3) ** 9)).toBeLessThan(300);
});

test('a zero at an end is found, and a missing change of sign refused', () => {
  expect(findRoot((x) => x, 0, 1)).toBe(0);
  expect(findRoot((x) => x - 1, 0, 1)).toBe(1);
  expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(RangeError);
});
