import { normalQuantile } from './normal-quantile.ts';

/**
 * Trials for which Wilson's interval has a wanted half-width.
 *
 * @param proportion expected share, in [0, 1]
 * @param halfWidth wanted, in (0, ½)
 * @param confidence two-sided level, in (0, 1)
 * @returns the exact, unrounded size
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(1).
 * Source: the half-width of Wilson 1927 solved for n: with t = z²/n it is (¼ − w²) t² + (pq − 2w²) t − w² = 0.
 */
export function wilsonSampleSize(proportion: number, halfWidth: number, confidence: number): number {
  if (!(proportion >= 0 && proportion <= 1)) throw new RangeError(`proportion ${proportion} lies outside [0, 1]`);
  if (!(halfWidth > 0 && halfWidth < 0.5)) throw new RangeError(`half-width ${halfWidth} lies outside (0, 0.5)`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} lies outside (0, 1)`);
  const z = -normalQuantile((1 - confidence) / 2);
  const squared = halfWidth * halfWidth;
  const slope = proportion * (1 - proportion) - 2 * squared;
  const curve = 0.25 - squared;
  // The positive root, in the form that does not subtract where the slope is positive.
  const root = Math.sqrt(slope * slope + 4 * curve * squared);
  const t = slope >= 0 ? (2 * squared) / (slope + root) : (root - slope) / (2 * curve);
  return (z * z) / t;
}
