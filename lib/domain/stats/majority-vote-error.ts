import { binomialCdf } from './binomial-cdf.ts';
import { binomialProbability } from './binomial-probability.ts';

/**
 * How often the majority of independent annotators is wrong about one of two classes.
 *
 * @param annotators how many label each item, a whole number of 1 or more
 * @param errorRate how often each is wrong, in [0, 1]
 * @returns a probability; a tie, which an even number can end in, is wrong half the time
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(√annotators).
 * Source: Condorcet 1785; the upper tail of the binomial distribution.
 */
export function majorityVoteError(annotators: number, errorRate: number): number {
  if (!Number.isInteger(annotators) || annotators < 1) {
    throw new RangeError(`majorityVoteError needs one annotator or more, got ${annotators}`);
  }
  if (!(errorRate >= 0 && errorRate <= 1)) throw new RangeError(`errorRate ${errorRate} lies outside [0, 1]`);
  const half = annotators / 2;
  const outvoted = binomialCdf(Math.floor(half), annotators, errorRate).above;
  return Number.isInteger(half) ? outvoted + binomialProbability(half, half, errorRate) / 2 : outvoted;
}
