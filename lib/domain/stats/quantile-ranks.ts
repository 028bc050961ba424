import { binomialCdf } from './binomial-cdf.ts';
import { binomialQuantile } from './binomial-quantile.ts';

/** Ranks, from 1 to n, whose values lie around a quantile; null where the sample has none that far out. */
export interface QuantileRanks {
  readonly lower: number | null;
  readonly upper: number | null;
  /** Chance that the quantile lies between them; a side without an end holds everything beyond. */
  readonly coverage: number;
}

/**
 * Which values of a sample the true quantile lies between, whatever the distribution.
 *
 * @param n size of the sample, 1 or more
 * @param q the quantile, in (0, 1)
 * @param confidence in (0, 1); each side may miss with half of the rest
 * @returns ranks with at least that coverage, also where values are rounded or tied
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(log n) evaluations of the binomial distribution.
 * Source: W. Q. Meeker, G. J. Hahn and L. A. Escobar, Statistical Intervals (2017), section 5.2: the number of values
 * below the quantile is binomial.
 */
export function quantileRanks(n: number, q: number, confidence: number): QuantileRanks {
  const miss = (1 - confidence) / 2;
  const lower = binomialQuantile(miss, n, q);
  const upper = binomialQuantile(1 - miss, n, q) + 1;
  return {
    lower: lower < 1 ? null : lower,
    upper: upper > n ? null : upper,
    coverage: rankCoverage(n, q, lower, upper),
  };
}

/** Chance that a quantile lies between the values at two ranks; 0 and n + 1 stand for no end. */
export function rankCoverage(n: number, q: number, lower: number, upper: number): number {
  return binomialCdf(upper - 1, n, q).atMost - binomialCdf(lower - 1, n, q).atMost;
}
