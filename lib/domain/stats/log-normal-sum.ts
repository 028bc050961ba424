import type { Distribution } from './distribution.ts';
import { logNormalDistribution } from './log-normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The sum of independent log-normal times, as the log-normal distribution with the same mean and variance.
 *
 * An approximation: of the times of services, whose p99 is some four times their p50, it is good to a few per cent, and
 * it costs nothing beside a convolution.
 *
 * @param parts median and 99th percentile of each, 0 < p50 ≤ p99; at least one
 * @throws RangeError when a part is out of range or there is none
 *
 * Complexity: linear in the parts.
 * Source: L. F. Fenton, The sum of log-normal probability distributions in scatter transmission systems, IRE
 * Transactions on Communications Systems 8 (1960).
 */
export function logNormalSum(parts: readonly { readonly p50: number; readonly p99: number }[]): Distribution {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError('logNormalSum needs at least one part');
  if (others.length === 0) return logNormalDistribution(first.p50, first.p99);
  let [mean, variance] = [0, 0];
  for (const { p50, p99 } of parts) {
    const spread = Math.log(p99 / p50) / normalQuantile(0.99);
    const own = logNormalDistribution(p50, p99).mean;
    mean += own;
    variance += own ** 2 * Math.expm1(spread ** 2);
  }
  const ratio = variance / mean ** 2;
  const median = mean / Math.sqrt(1 + ratio);
  return logNormalDistribution(median, median * Math.exp(Math.sqrt(Math.log1p(ratio)) * normalQuantile(0.99)));
}
