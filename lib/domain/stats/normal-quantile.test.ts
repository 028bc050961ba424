import quantile from '@stdlib/stats-base-dists-normal-quantile';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

// The three check values printed in Wichura's paper
test.each([
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167814],
  [1e-20, -9.262340089798409],
])('AS 241 at %d', (probability, expected) => {
  expect(relativeDifference(normalQuantile(probability), expected)).toBeLessThan(1e-15);
});

test('the z of the usual levels', () => {
  expect(relativeDifference(normalQuantile(0.975), 1.959963984540054)).toBeLessThan(1e-15);
  expect(relativeDifference(normalQuantile(0.8), 0.8416212335729143)).toBeLessThan(1e-15);
});

test('agrees with stdlib, which loses its digits in the tails', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true }), (probability) => {
      expect(Math.abs(normalQuantile(probability) - quantile(probability, 0, 1))).toBeLessThan(1e-11);
    }),
  );
});

test('undoes the distribution function', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-250, max: 0.5, noNaN: true }), (probability) => {
      expect(relativeDifference(normalCdf(normalQuantile(probability)), probability)).toBeLessThan(1e-12);
    }),
  );
});

test('limits and nonsense', () => {
  expect(normalQuantile(0)).toBe(-Infinity);
  expect(normalQuantile(1)).toBe(Infinity);
  expect(() => normalQuantile(-0.1)).toThrow(RangeError);
  expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
});
