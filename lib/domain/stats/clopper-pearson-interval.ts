import { inverseIncompleteBeta } from './inverse-incomplete-beta.ts';
import type { Interval } from './wilson-interval.ts';

/**
 * Clopper and Pearson's exact interval for a proportion: covers the true share at least as often as it says, always.
 *
 * @param successes whole number in [0, n]
 * @param n trials, a whole number above 0
 * @param confidence two-sided level, in (0, 1)
 * @returns lower and upper end; exactly 0 without successes and exactly 1 without failures
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(√n) a step, about ten steps an end.
 * Source: Clopper & Pearson 1934, ends Beta(α/2; x, n−x+1) and Beta(1−α/2; x+1, n−x).
 */
export function clopperPearsonInterval(successes: number, n: number, confidence: number): Interval {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`clopperPearsonInterval needs a whole n above 0, got ${n}`);
  if (!Number.isInteger(successes) || successes < 0 || successes > n) {
    throw new RangeError(`successes ${successes} must be a whole number from 0 to ${n}`);
  }
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} lies outside (0, 1)`);
  const tail = (1 - confidence) / 2;
  return [
    successes === 0 ? 0 : inverseIncompleteBeta(tail, successes, n - successes + 1),
    successes === n ? 1 : inverseIncompleteBeta(1 - tail, successes + 1, n - successes),
  ];
}
