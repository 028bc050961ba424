import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { binomialDeviance } from './binomial-deviance.ts';

test('equals x ln(x / m) + m − x where that formula is safe', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.double({ min: 1.02, max: 30, noNaN: true }),
      (x, times) => {
        const mean = x * times;
        const asWritten = x * Math.log(x / mean) + mean - x;
        expect(relativeDifference(binomialDeviance(x, mean, x - mean), asWritten)).toBeLessThan(1e-10);
      },
    ),
  );
});

test('keeps its digits where x is close to the mean', () => {
  // (x − m)² / 2m to leading order: 1 / 2e12; the formula as written gives 0 or noise here
  expect(relativeDifference(binomialDeviance(1e12 + 1, 1e12, 1), 5e-13)).toBeLessThan(1e-11);
});

test('no count leaves the mean', () => {
  expect(binomialDeviance(0, 3.5, -3.5)).toBe(3.5);
});
