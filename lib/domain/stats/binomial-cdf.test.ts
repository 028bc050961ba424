import cdf from '@stdlib/stats-base-dists-binomial-cdf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { binomialCdf } from './binomial-cdf.ts';
import { binomialProbability } from './binomial-probability.ts';

test('is the sum of the probabilities', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.nat(200),
      (n, p, at) => {
        const k = Math.min(at, n);
        let sum = 0;
        for (let count = 0; count <= k; count += 1) sum += binomialProbability(count, n - count, p);
        expect(Math.abs(binomialCdf(k, n, p).atMost - sum)).toBeLessThan(1e-12);
      },
    ),
  );
});

test('agrees with stdlib', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.nat(5000),
      (n, p, k) => {
        expect(Math.abs(binomialCdf(k, n, p).atMost - cdf(k, n, p))).toBeLessThan(1e-11);
      },
    ),
  );
});

test('a small tail keeps its digits: no success in 100 at 1 %', () => {
  expect(relativeDifference(binomialCdf(0, 100, 0.01).atMost, 0.3660323412732292)).toBeLessThan(1e-13);
  // P(X > 0) = 1 − (1 − p)ⁿ with p = 1e-12
  expect(relativeDifference(binomialCdf(0, 10, 1e-12).above, 1e-11)).toBeLessThan(1e-10);
});

test('below, above and beside the range', () => {
  expect(binomialCdf(-1, 10, 0.5)).toEqual({ atMost: 0, above: 1 });
  expect(binomialCdf(10, 10, 0.5)).toEqual({ atMost: 1, above: 0 });
  expect(() => binomialCdf(1, 2.5, 0.5)).toThrow(RangeError);
  expect(() => binomialCdf(1, 10, 1.5)).toThrow(RangeError);
});
