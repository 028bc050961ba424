interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

/**
 * The product of two independent log-normal quantities, which is log-normal: tokens of an answer × time for each.
 *
 * @param one median and 99th percentile, 0 < p50 ≤ p99
 * @returns those of the product; not finite where a median is 0
 *
 * Complexity: O(1).
 * Source: definition; the logarithms add up, and their variances with them.
 */
export function logNormalProduct(one: Percentiles, other: Percentiles): Percentiles {
  const p50 = one.p50 * other.p50;
  return { p50, p99: p50 * Math.exp(Math.hypot(Math.log(one.p99 / one.p50), Math.log(other.p99 / other.p50))) };
}
