import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialProbability } from './binomial-probability.ts';
import { convolve } from './convolve.ts';

const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 });

test('is the sum that defines it, cut off at the end', () => {
  fc.assert(
    fc.property(chances, chances, (one, other) => {
      const result = convolve(Float64Array.from(one), Float64Array.from(other));
      expect(result).toHaveLength(16);
      result.forEach((value, k) => {
        let sum = 0;
        for (let j = 0; j <= k; j += 1) sum += (one[j] ?? 0) * (other[k - j] ?? 0);
        expect(Math.abs(value - sum)).toBeLessThan(1e-13);
      });
    }),
  );
});

test('binomial counts add up to a binomial count', () => {
  const binomial = (n: number) =>
    Float64Array.from({ length: 32 }, (_, k) => (k > n ? 0 : binomialProbability(k, n - k, 0.3)));
  convolve(binomial(10), binomial(15)).forEach((value, k) => {
    expect(Math.abs(value - (binomial(25)[k] ?? 0))).toBeLessThan(1e-15);
  });
});
