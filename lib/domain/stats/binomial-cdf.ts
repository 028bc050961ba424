import { incompleteBeta } from './incomplete-beta.ts';

/** Both tails of a binomial count at k. */
export interface BinomialTails {
  /** P(X ≤ k) */
  readonly atMost: number;
  /** P(X > k) */
  readonly above: number;
}

/**
 * Probability of at most k, and of more than k, successes in n independent trials.
 *
 * @param k count; below 0 and from n on the answer is 0 or 1
 * @param n trials, a whole number of 0 or more
 * @param p probability of success, in [0, 1]
 * @returns both tails, relative accuracy about 1e-13 in the smaller
 * @throws RangeError when n is not a whole number of 0 or more or p lies outside [0, 1]
 *
 * Complexity: O(√n).
 * Source: P(X > k) = I_p(k + 1, n − k), DLMF 8.17.5.
 */
export function binomialCdf(k: number, n: number, p: number): BinomialTails {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`binomialCdf needs a whole n of 0 or more, got ${n}`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`binomialCdf needs p in [0, 1], got ${p}`);
  const whole = Math.floor(k);
  if (whole < 0) return { atMost: 0, above: 1 };
  if (whole >= n) return { atMost: 1, above: 0 };
  const tails = incompleteBeta(p, whole + 1, n - whole);
  return { atMost: tails.upper, above: tails.lower };
}
