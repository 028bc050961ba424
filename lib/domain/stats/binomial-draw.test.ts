import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialDraw } from './binomial-draw.ts';
import { binomialProbability } from './binomial-probability.ts';

test('each count takes its probability of the uniform numbers', () => {
  const steps = 200_000;
  for (const [n, p] of [
    [5, 0.3],
    [12, 0.5],
    [8, 0.95],
  ] as const) {
    const seen = Array.from({ length: n + 1 }, () => 0);
    for (let step = 0; step < steps; step += 1) {
      const count = binomialDraw(n, p, (step + 0.5) / steps);
      seen[count] = (seen[count] ?? 0) + 1;
    }
    // A run of equal steps misses the length of each stretch by less than two steps.
    for (const [k, times] of seen.entries()) {
      expect(Math.abs(times - steps * binomialProbability(k, n - k, p))).toBeLessThan(2);
    }
  }
});

test('stays within the trials, whatever is drawn', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), unit, unit, (n, p, uniform) => {
      const count = binomialDraw(n, p, uniform);
      expect(Number.isInteger(count) && count >= 0 && count <= n).toBe(true);
    }),
  );
});

test('nothing can happen, or only one thing', () => {
  expect([binomialDraw(0, 0.5, 0.9), binomialDraw(9, 0, 0.9), binomialDraw(9, 1, 0.1)]).toEqual([0, 0, 9]);
});
