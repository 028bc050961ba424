import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { discreteDistribution } from './discrete-distribution.ts';
import type { Distribution } from './distribution.ts';
import { gammaDistribution } from './gamma-distribution.ts';
import { logNormalDistribution } from './log-normal-distribution.ts';
import { normalDistribution } from './normal-distribution.ts';
import { retriedDistribution } from './retried-distribution.ts';
import { seededRandom } from './seeded-random.ts';
import { slowestDistribution } from './slowest-distribution.ts';
import { tabulatedQuantile } from './tabulated-quantile.ts';

const dice = discreteDistribution([1, 2, 3, 4, 5, 6].map((value) => ({ value, chance: 1 / 6 })));
const logNormal = logNormalDistribution(10, 40);
const kinds: readonly [string, Distribution][] = [
  ['log-normal', logNormal],
  ['normal', normalDistribution(10, 4)],
  ['gamma', gammaDistribution(2.5, 4)],
  ['discrete', dice],
  ['retried', retriedDistribution(logNormal, 30, 2)],
  ['slowest of five', slowestDistribution(logNormal, 5)],
  ['slowest of three that are retried', slowestDistribution(retriedDistribution(dice, 4, 1), 3)],
];

test.each(kinds)(
  '%s: the quantile is the smallest time that is exceeded no more often',
  (_, { cdf, upperQuantile }) => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999, noNaN: true }), (upper) => {
        const x = upperQuantile(upper);
        expect(1 - cdf(x * (1 + 1e-9))).toBeLessThanOrEqual(upper * (1 + 1e-6) + 1e-9);
        expect(1 - cdf(x * (1 - 1e-9) - 1e-12)).toBeGreaterThanOrEqual(upper * (1 - 1e-6) - 1e-9);
      }),
    );
  },
);

test('a log-normal has the percentiles that it was made from', () => {
  expect(logNormal.upperQuantile(0.5)).toBeCloseTo(10, 12);
  expect(logNormal.upperQuantile(0.01)).toBeCloseTo(40, 10);
  // >>> 10 * exp((log(4) / 2.3263478740408408) ** 2 / 2)
  expect(logNormal.mean).toBeCloseTo(11.942931049587521, 10);
  expect(logNormalDistribution(5, 5).upperQuantile(0.01)).toBe(5);
  expect(() => logNormalDistribution(5, 4)).toThrow(RangeError);
});

test('ranks of a die', () => {
  expect([0.99, 0.5, 1 / 6, 0.01].map(dice.upperQuantile)).toEqual([1, 3, 5, 6]);
  expect(dice.mean).toBeCloseTo(3.5, 12);
  expect([0, 1, 3.5, 6].map((x) => Number(dice.cdf(x).toFixed(12)))).toEqual([0, 0.166666666667, 0.5, 1]);
});

test('a time below 0 counts as 0', () => {
  expect(normalDistribution(1, 2).upperQuantile(0.9)).toBe(0);
  expect(normalDistribution(1, 2).cdf(-0.1)).toBe(0);
});

test('retries as they would happen, one after another', () => {
  const [timeout, retries, calls] = [15, 2, 100_000];
  const random = seededRandom(5);
  const whole = retriedDistribution(logNormal, timeout, retries);
  let failed = 0;
  const times = Array.from({ length: calls }, () => {
    for (let attempt = 0; attempt <= retries; attempt += 1) {
      const time = logNormal.upperQuantile(1 - random());
      if (time <= timeout) return attempt * timeout + time;
    }
    failed += 1;
    return (retries + 1) * timeout;
  });
  const within = (share: number, n: number) => 4 * Math.sqrt((share * (1 - share)) / n);
  expect(Math.abs(failed / calls - whole.failureProbability)).toBeLessThan(within(whole.failureProbability, calls));
  for (const x of [8, 14, 16, 25, 31, 44]) {
    const share = times.filter((time) => time <= x).length / calls;
    expect(Math.abs(share - whole.cdf(x))).toBeLessThan(within(whole.cdf(x), calls));
  }
  expect(whole.cdf(45)).toBe(1);
});

test('an attempt that always times out fails after the last one', () => {
  const hopeless = retriedDistribution(gammaDistribution(1, 1e9), 10, 3);
  expect(hopeless.failureProbability).toBeCloseTo(1, 6);
  expect(hopeless.upperQuantile(0.5)).toBe(40);
});

test('the slowest of a thousand keeps the digits of the tail', () => {
  // ln(1000) + Gumbel quantile, to first order: 1 − (1 − e^−x)^1000 = .01
  const expected = -Math.log(-Math.expm1(Math.log(0.99) / 1000));
  expect(slowestDistribution(gammaDistribution(1, 1), 1000).upperQuantile(0.01)).toBeCloseTo(expected, 12);
});

test.each([0.1, 0.7, 3, 200])('a table of quantiles is near the quantiles, shape %d', (shape) => {
  const distribution = gammaDistribution(shape, 2);
  const quick = tabulatedQuantile(distribution);
  for (const upper of [1e-9, 1e-4, 0.01, 0.3, 0.77, 0.99]) {
    expect(relativeDifference(quick(upper), distribution.upperQuantile(upper))).toBeLessThan(3e-4);
  }
  expect(quick(1)).toBeLessThan(distribution.upperQuantile(0.999));
});
