import { binomialCdf } from './binomial-cdf.ts';

/**
 * Smallest k with P(X ≤ k) ≥ probability, for X the successes in n independent trials.
 *
 * @param probability in [0, 1]
 * @param n trials, a whole number of 0 or more
 * @param p probability of success, in [0, 1]
 * @returns a whole number in [0, n]
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(log n) evaluations of the distribution function.
 * Source: definition. A distribution function that equals the probability up to 64 units of rounding counts as equal,
 * as in R's qbinom.
 */
export function binomialQuantile(probability: number, n: number, p: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`binomialQuantile needs a probability in [0, 1], got ${probability}`);
  }
  const threshold = probability * (1 - 64 * Number.EPSILON);
  if (probability === 1) return p === 0 ? 0 : n;
  let low = -1;
  let high = n;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, p).atMost >= threshold) high = middle;
    else low = middle;
  }
  return high;
}
