import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { gammaDistribution } from './gamma-distribution.ts';

// >>> scipy.stats.gamma.isf(upper, shape)
test.each([
  [0.1, 0.01, 1.5884778179295025],
  [0.5, 0.5, 0.2274682115597862],
  [1, 0.01, 4.605170185988091],
  [1e4, 0.001, 10311.875224539537],
  [0.05, 0.9, 5.8446320572864895e-21],
])('shape %d, upper tail %d', (shape, upper, expected) => {
  expect(relativeDifference(gammaDistribution(shape, 1).upperQuantile(upper), expected)).toBeLessThan(1e-11);
});

test.each(referenceRows('latency_throughput.csv').filter(({ calc }) => calc === 'serial_exp_p99'))(
  'sums of exponentials: $inputs_json',
  (row) => {
    const { stages = 0, mean = 0 } = inputsIn(row);
    expect(
      relativeDifference(gammaDistribution(stages, mean).upperQuantile(0.01), numberIn(row, 'expected')),
    ).toBeLessThan(1e-12);
  },
);

test('the quantile is the inverse of the distribution function', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 500, noNaN: true }),
      fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (shape, upper, scale) => {
        const { cdf, upperQuantile } = gammaDistribution(shape, scale);
        expect(1 - cdf(upperQuantile(upper))).toBeCloseTo(upper, 10);
      },
    ),
  );
});

test('nothing is below 0, and all is above it', () => {
  for (const shape of [0.5, 1, 4]) {
    expect(gammaDistribution(shape, 1).cdf(-1)).toBe(0);
    expect(Math.abs(gammaDistribution(shape, 1).upperQuantile(1))).toBe(0);
  }
});

test('small shapes, whose low quantiles no number can hold', () => {
  const { upperQuantile } = gammaDistribution(0.01, 1);
  expect(upperQuantile(1 - 1e-12)).toBe(0);
  // >>> scipy.stats.gamma.isf(.001, .01)
  expect(relativeDifference(upperQuantile(0.001), 1.5090841476947527)).toBeLessThan(1e-10);
});
