import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { binomialProbability } from './binomial-probability.ts';
import { wilsonInterval } from './wilson-interval.ts';

test.each(referenceRows('proportion_intervals.csv'))('$successes of $n', (row) => {
  const n = numberIn(row, 'n');
  const [lower, upper] = wilsonInterval(numberIn(row, 'successes') / n, n, numberIn(row, 'conf'));
  expect(relativeDifference(lower, numberIn(row, 'wilson_lo'))).toBeLessThan(1e-9);
  expect(relativeDifference(upper, numberIn(row, 'wilson_hi'))).toBeLessThan(1e-9);
});

test('lies in [0, 1], holds the estimate, mirrors and narrows with n', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, p) => {
      const [lower, upper] = wilsonInterval(p, n, 0.95);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(p);
      expect(upper).toBeGreaterThanOrEqual(p);
      const mirrored = wilsonInterval(1 - p, n, 0.95);
      expect(Math.abs(mirrored[0] - (1 - upper))).toBeLessThan(1e-12);
      const [wider, widerUpper] = wilsonInterval(p, n / 2, 0.95);
      expect(widerUpper - wider).toBeGreaterThan(upper - lower);
    }),
  );
});

test('coverage, computed exactly: nominal on average over p, and as low as .838 near n·p = .18', () => {
  const n = 1000;
  const coverage = (p: number): number => {
    let covered = 0;
    for (let k = 0; k <= n; k += 1) {
      const [lower, upper] = wilsonInterval(k / n, n, 0.95);
      if (lower <= p && p <= upper) covered += binomialProbability(k, n - k, p);
    }
    return covered;
  };
  let sum = 0;
  for (let step = 0; step < 200; step += 1) sum += coverage((step + 0.5) / 200);
  expect(sum / 200).toBeGreaterThan(0.948);
  expect(sum / 200).toBeLessThan(0.953);
  const worst = Math.min(...[0.16, 0.17, 0.175, 0.1764, 0.18].map((events) => coverage(events / n)));
  expect(worst).toBeGreaterThan(0.835);
  expect(worst).toBeLessThan(0.845);
});

test('nonsense is refused', () => {
  expect(() => wilsonInterval(1.1, 10, 0.95)).toThrow(RangeError);
  expect(() => wilsonInterval(0.5, 0, 0.95)).toThrow(RangeError);
  expect(() => wilsonInterval(0.5, 10, 1)).toThrow(RangeError);
});
