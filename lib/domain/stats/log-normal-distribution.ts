import type { Distribution } from './distribution.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The log-normal distribution with a given median and 99th percentile: how people know a latency.
 *
 * @param p50 above 0
 * @param p99 at least the median
 * @throws RangeError when they are not
 *
 * Source: definition; σ = ln(p99 / p50) / z(.99).
 */
export function logNormalDistribution(p50: number, p99: number): Distribution & { readonly mean: number } {
  if (!(p50 > 0 && p99 >= p50))
    throw new RangeError(`logNormalDistribution needs 0 < p50 ≤ p99, got ${p50} and ${p99}`);
  const centre = Math.log(p50);
  const spread = Math.log(p99 / p50) / normalQuantile(0.99);
  if (spread === 0) return { mean: p50, cdf: (x) => (x >= p50 ? 1 : 0), upperQuantile: () => p50 };
  return {
    mean: p50 * Math.exp(spread ** 2 / 2),
    cdf: (x) => (x > 0 ? normalCdf((Math.log(x) - centre) / spread) : 0),
    upperQuantile: (upper) => Math.exp(centre - spread * normalQuantile(upper)),
  };
}
