import { binomialProbability } from './binomial-probability.ts';

/**
 * Probability that a sample without replacement holds exactly k members of a group.
 *
 * @param k members of the group in the sample
 * @param population size of the population N
 * @param group members of the group in the population K, at most N
 * @param sample size of the sample n, at most N
 * @returns C(K, k) C(N−K, n−k) / C(N, n), relative accuracy about 1e-13 for any N
 * @throws RangeError when a size is not a whole number of 0 or more, or group or sample exceeds the population
 *
 * Complexity: O(1).
 * Source: written as a ratio of three binomial probabilities with p = n / N, as Loader 2000 proposes.
 */
export function hypergeometricProbability(k: number, population: number, group: number, sample: number): number {
  for (const size of [population, group, sample]) {
    if (!Number.isInteger(size) || size < 0) throw new RangeError(`sizes are whole numbers of 0 or more, got ${size}`);
  }
  if (group > population || sample > population) {
    throw new RangeError(`group ${group} and sample ${sample} must fit in the population of ${population}`);
  }
  if (k < 0 || k > group || k > sample || sample - k > population - group) return 0;
  if (sample === 0 || sample === population) return 1;
  const p = sample / population;
  const q = (population - sample) / population;
  const inGroup = binomialProbability(k, group - k, p, q);
  const outside = binomialProbability(sample - k, population - group - (sample - k), p, q);
  return (inGroup * outside) / binomialProbability(sample, population - sample, p, q);
}
