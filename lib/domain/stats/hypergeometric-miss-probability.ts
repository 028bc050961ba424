import { hypergeometricProbability } from './hypergeometric-probability.ts';

/**
 * Probability that a sample without replacement holds fewer than `atLeast` members of a group; with `atLeast` = 1 the
 * probability of missing the group.
 *
 * @param population size of the population N
 * @param group members of the group in the population
 * @param sample size of the sample, at most N
 * @param atLeast members wanted, 1 or more
 * @returns a probability
 * @throws RangeError as `hypergeometricProbability`
 *
 * Complexity: O(atLeast).
 * Source: sum of the hypergeometric probabilities of 0 … atLeast − 1.
 */
export function hypergeometricMissProbability(
  population: number,
  group: number,
  sample: number,
  atLeast: number = 1,
): number {
  let missed = 0;
  const last = Math.min(atLeast - 1, group, sample);
  for (let k = 0; k <= last; k += 1) missed += hypergeometricProbability(k, population, group, sample);
  return Math.min(1, missed);
}
