import type { Distribution } from './distribution.ts';

/**
 * The slowest of n independent calls with one distribution.
 *
 * @param n whole number of 1 or more
 *
 * Complexity: that of one call, however many there are.
 * Source: P(max ≤ x) = P(X ≤ x)ⁿ; the quantile goes by logarithms, since the tail of each may be tiny.
 */
export function slowestDistribution(call: Distribution, n: number): Distribution {
  if (n === 1) return call;
  return {
    cdf: (x) => call.cdf(x) ** n,
    upperQuantile: (upper) => call.upperQuantile(-Math.expm1(Math.log1p(-upper) / n)),
  };
}
