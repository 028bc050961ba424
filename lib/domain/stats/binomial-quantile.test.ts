import quantile from '@stdlib/stats-base-dists-binomial-quantile';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialCdf } from './binomial-cdf.ts';
import { binomialQuantile } from './binomial-quantile.ts';

// R: qbinom(c(.025, .975), n, q); the ranks (l, u − 1) of the 95 % interval of a percentile
test.each([
  [10, 0.5, 2, 8],
  [100, 0.9, 84, 95],
  [100, 0.99, 97, 100],
  [1000, 0.99, 983, 996],
  [10_000, 0.999, 9983, 9996],
])('n = %d, p = %d', (n, p, lower, upper) => {
  expect(binomialQuantile(0.025, n, p)).toBe(lower);
  expect(binomialQuantile(0.975, n, p)).toBe(upper);
});

test('is the smallest count whose distribution function reaches the probability', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.0001, max: 0.9999, noNaN: true }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (probability, n, p) => {
        const k = binomialQuantile(probability, n, p);
        expect(binomialCdf(k, n, p).atMost).toBeGreaterThanOrEqual(probability * (1 - 1e-13));
        expect(binomialCdf(k - 1, n, p).atMost).toBeLessThan(probability);
      },
    ),
  );
});

test('agrees with stdlib', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (probability, n, p) => {
        expect(binomialQuantile(probability, n, p)).toBe(Math.abs(quantile(probability, n, p)));
      },
    ),
  );
});

test('ends and nonsense', () => {
  expect(binomialQuantile(0, 10, 0.5)).toBe(0);
  expect(binomialQuantile(1, 10, 0.5)).toBe(10);
  expect(binomialQuantile(1, 10, 0)).toBe(0);
  expect(() => binomialQuantile(1.2, 10, 0.5)).toThrow(RangeError);
});
