import type { Distribution } from './distribution.ts';

/** Chance that no attempt ends within its timeout, besides the distribution of the whole. */
export interface RetriedDistribution extends Distribution {
  readonly failureProbability: number;
}

/**
 * The time of a call that is given up after its timeout and then made again, so many times. When the last attempt
 * times out as well, the call ends there, failed.
 *
 * @param attempt one attempt; attempts are independent
 * @param timeout above 0
 * @param retries whole number of 0 or more
 *
 * Complexity: O(retries) a question.
 * Source: with f = P(X > T), P(time > iT + y) = fⁱ P(X > y) for 0 ≤ y < T and i ≤ retries, and 0 from
 * (retries + 1) T on.
 */
export function retriedDistribution(attempt: Distribution, timeout: number, retries: number): RetriedDistribution {
  const fails = 1 - attempt.cdf(timeout);
  const last = (retries + 1) * timeout;
  return {
    failureProbability: fails ** (retries + 1),
    cdf: (x) => {
      if (x >= last) return 1;
      const before = Math.max(0, Math.floor(x / timeout));
      return 1 - fails ** before * (1 - attempt.cdf(x - before * timeout));
    },
    upperQuantile: (upper) => {
      let reached = 1;
      for (let tried = 0; tried <= retries; tried += 1) {
        if (reached * fails <= upper) {
          return tried * timeout + Math.min(timeout, attempt.upperQuantile(Math.min(1, upper / reached)));
        }
        reached *= fails;
      }
      return last;
    },
  };
}
