import { findRoot } from './find-root.ts';
import { proportionTestPower } from './proportion-test-power.ts';
import type { ProportionTest } from './proportion-test.ts';

/**
 * The proportion nearest the baseline, on one side of it, that a test of this size tells apart with the wanted power.
 *
 * @param test the variant; its `changed` is what is looked for
 * @param n observations in the control group (or the single group), above 0
 * @param power wanted, above alpha and below 1
 * @param direction whether the proportion lies above or below the baseline
 * @returns the proportion, or null when none inside (0, 1) is far enough away
 *
 * Complexity: about ten evaluations of the power.
 * Source: root of `proportionTestPower`, as R's power.prop.test solves for p2.
 */
export function detectableProportion(
  test: Omit<ProportionTest, 'changed'>,
  n: number,
  power: number,
  direction: 'up' | 'down',
): number | null {
  const limit = direction === 'up' ? 1 : 0;
  const gap = (changed: number): number => proportionTestPower({ ...test, changed }, n) - power;
  const closest = test.baseline + (limit - test.baseline) * 1e-12;
  const farthest = limit + (test.baseline - limit) * 1e-12;
  if (gap(farthest) < 0) return null;
  return findRoot(gap, closest, farthest);
}
