import { expect, it } from 'vitest';
import { convolvedQuantile } from '../calculators/latency-convolution.ts';
import { logNormalDistribution } from './log-normal-distribution.ts';
import { logNormalSum } from './log-normal-sum.ts';

const sums: [string, { p50: number; p99: number }[]][] = [
  [
    'two alike',
    [
      { p50: 10, p99: 40 },
      { p50: 10, p99: 40 },
    ],
  ],
  [
    'a model between features and ranking',
    [
      { p50: 5, p99: 20 },
      { p50: 10, p99: 40 },
      { p50: 30, p99: 90 },
    ],
  ],
  ['eight small steps', Array.from({ length: 8 }, () => ({ p50: 4, p99: 16 }))],
];

it.each(sums)('is near the convolution of %s', (_, parts) => {
  const series = parts.map(({ p50, p99 }) => [logNormalDistribution(p50, p99)]);
  const exact = convolvedQuantile(series, () => parts.reduce((sum, { p99 }) => sum + 4 * p99, 0));
  for (const upper of [0.5, 0.1, 0.01]) {
    expect(Math.abs(logNormalSum(parts).upperQuantile(upper) / exact(upper) - 1)).toBeLessThan(0.03);
  }
});

it('is the distribution itself for one part, and adds up times that never vary', () => {
  expect(logNormalSum([{ p50: 10, p99: 40 }]).upperQuantile(0.01)).toBeCloseTo(40, 9);
  expect(
    logNormalSum([
      { p50: 10, p99: 10 },
      { p50: 7, p99: 7 },
    ]).upperQuantile(0.01),
  ).toBeCloseTo(17, 9);
});

it('refuses what is no sum', () => {
  expect(() => logNormalSum([])).toThrow(RangeError);
  expect(() =>
    logNormalSum([
      { p50: 10, p99: 40 },
      { p50: 10, p99: 4 },
    ]),
  ).toThrow(RangeError);
});
