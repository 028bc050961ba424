import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';
import { proportionTestMoments } from './proportion-test.ts';
import type { ProportionTest } from './proportion-test.ts';

/**
 * Chance that a test of one or two proportions finds the stated effect.
 *
 * @param test the variant, with both proportions
 * @param n observations in the control group (or in the single group), above 0; need not be whole
 * @returns a probability
 *
 * Complexity: O(1).
 * Source: Φ((√n·signal − z·sd₀) / sd₁), plus the other tail where `bothTails` is set (R's strict = TRUE).
 */
export function proportionTestPower(test: ProportionTest, n: number): number {
  const { signal, sdWithoutEffect, sdWithEffect } = proportionTestMoments(test);
  const critical = -normalQuantile(test.alpha / test.sides) * sdWithoutEffect;
  const shift = Math.sqrt(n) * signal;
  const expectedTail = normalCdf((shift - critical) / sdWithEffect);
  if (!test.bothTails || test.sides === 1) return expectedTail;
  return expectedTail + normalCdf((-shift - critical) / sdWithEffect);
}
