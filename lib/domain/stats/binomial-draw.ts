import { binomialProbability } from './binomial-probability.ts';

/**
 * Successes in n independent trials, drawn by one uniform number.
 *
 * @param n trials, a whole number of 0 or more
 * @param p probability of success, in [0, 1]
 * @param uniform in [0, 1)
 * @returns a whole number in [0, n]
 *
 * Complexity: O(√(n p q)): the counts are taken from the likeliest outwards until the uniform number is used up.
 * Source: inversion from the mode, Devroye, Non-Uniform Random Variate Generation (1986), X.4; the steps are the ratios
 * of neighbouring probabilities.
 */
export function binomialDraw(n: number, p: number, uniform: number): number {
  if (n === 0 || p === 0) return 0;
  if (p === 1) return n;
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  let left = uniform - binomialProbability(mode, n - mode, p);
  let [low, high] = [mode, mode];
  let [below, above] = [uniform - left, uniform - left];
  while (left >= 0 && (low > 0 || high < n)) {
    if (high < n) {
      above *= ((n - high) / (high + 1)) * odds;
      high += 1;
      left -= above;
      if (left < 0) return high;
    }
    if (low > 0) {
      below *= low / (n - low + 1) / odds;
      low -= 1;
      left -= below;
      if (left < 0) return low;
    }
    // What rounding leaves of the uniform number belongs to no count.
    if (above < 1e-300 && below < 1e-300) break;
  }
  return mode;
}
