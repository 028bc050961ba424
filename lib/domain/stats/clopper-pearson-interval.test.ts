import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { binomialCdf } from './binomial-cdf.ts';
import { binomialProbability } from './binomial-probability.ts';
import { clopperPearsonInterval } from './clopper-pearson-interval.ts';

test.each(referenceRows('proportion_intervals.csv'))('$successes of $n', (row) => {
  const [lower, upper] = clopperPearsonInterval(numberIn(row, 'successes'), numberIn(row, 'n'), numberIn(row, 'conf'));
  expect(relativeDifference(lower, numberIn(row, 'clopper_pearson_lo'))).toBeLessThan(1e-9);
  expect(relativeDifference(upper, numberIn(row, 'clopper_pearson_hi'))).toBeLessThan(1e-9);
});

test('R prints .7076683 and .7654066 for Mendel’s 682 of 925', () => {
  const [lower, upper] = clopperPearsonInterval(682, 925, 0.95);
  expect(Math.abs(lower - 0.7076683)).toBeLessThan(5e-8);
  expect(Math.abs(upper - 0.7654066)).toBeLessThan(5e-8);
});

test('at each end the tail has exactly half of what the level leaves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 100_000 }), fc.nat(), (n, seed) => {
      const successes = 1 + (seed % (n - 1));
      const [lower, upper] = clopperPearsonInterval(successes, n, 0.9);
      expect(Math.abs(binomialCdf(successes - 1, n, lower).above - 0.05)).toBeLessThan(1e-9);
      expect(Math.abs(binomialCdf(successes, n, upper).atMost - 0.05)).toBeLessThan(1e-9);
    }),
  );
});

test('coverage, computed exactly, is never below the level', () => {
  for (const n of [5, 20, 50]) {
    const ends = Array.from({ length: n + 1 }, (_, k) => clopperPearsonInterval(k, n, 0.95));
    for (let step = 1; step < 500; step += 1) {
      const p = step / 500;
      let covered = 0;
      ends.forEach(([lower, upper], k) => {
        if (lower <= p && p <= upper) covered += binomialProbability(k, n - k, p);
      });
      expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-12);
    }
  }
});

test('holds for a trillion trials: 3 successes reach up to 8.767273 / n', () => {
  const [, upper] = clopperPearsonInterval(3, 1e12, 0.95);
  expect(relativeDifference(upper, 8.767273069742e-12)).toBeLessThan(1e-11);
});

test('nonsense is refused', () => {
  expect(() => clopperPearsonInterval(3, 2, 0.95)).toThrow(RangeError);
  expect(() => clopperPearsonInterval(0.5, 2, 0.95)).toThrow(RangeError);
  expect(() => clopperPearsonInterval(0, 0, 0.95)).toThrow(RangeError);
  expect(() => clopperPearsonInterval(1, 2, 0)).toThrow(RangeError);
});
