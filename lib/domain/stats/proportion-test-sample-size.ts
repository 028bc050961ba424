import { findRoot } from './find-root.ts';
import { normalQuantile } from './normal-quantile.ts';
import { proportionTestMoments } from './proportion-test.ts';
import type { ProportionTest } from './proportion-test.ts';
import { proportionTestPower } from './proportion-test-power.ts';

/**
 * Observations in the control group (or the single group) that give a test of proportions its power.
 *
 * @param test the variant, with two different proportions
 * @param power wanted, above alpha and below 1
 * @returns the exact, unrounded size
 *
 * Complexity: O(1); a root search of about ten evaluations where both tails count.
 * Source: ((z_α·sd₀ + z_power·sd₁) / signal)².
 */
export function proportionTestSampleSize(test: ProportionTest, power: number): number {
  const { signal, sdWithoutEffect, sdWithEffect } = proportionTestMoments(test);
  const criticalZ = -normalQuantile(test.alpha / test.sides);
  const reach = Math.max(0, criticalZ * sdWithoutEffect + normalQuantile(power) * sdWithEffect);
  const size = (reach / signal) ** 2;
  if (!test.bothTails || test.sides === 1) return size;
  if (proportionTestPower(test, 0) >= power) return 0;
  // The second tail only adds power, so the size that ignores it is an upper bound.
  return findRoot((n) => proportionTestPower(test, n) - power, 0, size * (1 + 1e-9));
}
