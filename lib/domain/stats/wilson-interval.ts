import { normalQuantile } from './normal-quantile.ts';

/** Lower and upper end, both in [0, 1]. */
export type Interval = readonly [lower: number, upper: number];

/**
 * Wilson's score interval for a proportion: nominal on average over p, shortest of the common ones, and inside [0, 1].
 *
 * @param proportion observed share, in [0, 1]
 * @param n trials behind it, above 0 (need not be whole: a target's half-width is asked for planned sizes)
 * @param confidence two-sided level, in (0, 1)
 * @returns lower and upper end; exactly 0 at a proportion of 0 and exactly 1 at a proportion of 1
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(1).
 * Source: Wilson 1927, centre (p + z²/2n)/(1 + z²/n), half-width z/(1 + z²/n) √(pq/n + z²/4n²).
 */
export function wilsonInterval(proportion: number, n: number, confidence: number): Interval {
  if (!(proportion >= 0 && proportion <= 1)) throw new RangeError(`proportion ${proportion} lies outside [0, 1]`);
  if (!(n > 0)) throw new RangeError(`wilsonInterval needs n above 0, got ${n}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} lies outside (0, 1)`);
  const z = -normalQuantile((1 - confidence) / 2);
  const perTrial = (z * z) / n;
  return [lowerEnd(proportion, perTrial), 1 - lowerEnd(1 - proportion, perTrial)];
}

/** From the upper end, since the product of the two is p² / (1 + z²/n): subtracting would lose the digits of a rare p. */
function lowerEnd(proportion: number, perTrial: number): number {
  const centre = proportion + perTrial / 2;
  const halfWidth = Math.sqrt(perTrial * (proportion * (1 - proportion) + perTrial / 4));
  return (proportion * proportion) / (centre + halfWidth);
}
