import type { Distribution } from './distribution.ts';
import { normalCdf } from './normal-cdf.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The normal distribution of a time: what would be negative counts as 0.
 *
 * @param mean 0 or more
 * @param sd above 0
 */
export function normalDistribution(mean: number, sd: number): Distribution {
  return {
    cdf: (x) => (x >= 0 ? normalCdf((x - mean) / sd) : 0),
    upperQuantile: (upper) => Math.max(0, mean - sd * normalQuantile(upper)),
  };
}
