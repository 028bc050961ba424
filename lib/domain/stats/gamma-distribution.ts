import type { Distribution } from './distribution.ts';
import { findRoot } from './find-root.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * The gamma distribution; with shape 1 the exponential.
 *
 * @param shape above 0: (mean / sd)²
 * @param scale above 0: sd² / mean
 *
 * Complexity: a quantile takes about ten evaluations of the incomplete gamma function.
 * Source: definition; the quantile starts from Wilson and Hilferty’s cube root (1931) and is solved on the logarithm,
 * in whichever tail is the smaller.
 */
export function gammaDistribution(shape: number, scale: number): Distribution {
  if (shape === 1) {
    return {
      cdf: (x) => (x > 0 ? -Math.expm1(-x / scale) : 0),
      upperQuantile: (upper) => -scale * Math.log(upper),
    };
  }
  return {
    cdf: (x) => (x > 0 ? incompleteGamma(shape, x / scale).lower : 0),
    upperQuantile: (upper) => scale * standardQuantile(shape, upper),
  };
}

/** Below this a time is 0: small shapes have quantiles that no number can hold. */
const NOTHING = 1e-300;

function standardQuantile(shape: number, upper: number): number {
  const lower = 1 - upper;
  if (lower <= incompleteGamma(shape, NOTHING).lower) return 0;
  const off = (logX: number): number => {
    const tails = incompleteGamma(shape, Math.exp(logX));
    return upper < 0.5 ? Math.log(upper / tails.upper) : Math.log(tails.lower / lower);
  };
  let low = Math.log(guess(shape, lower, upper));
  let high = low;
  for (let step = 0.5; off(low) > 0; step *= 2) low -= step;
  for (let step = 0.5; off(high) < 0; step *= 2) high += step;
  return Math.exp(low === high ? low : findRoot(off, low, high));
}

function guess(shape: number, lower: number, upper: number): number {
  const cube = 1 - 1 / (9 * shape) - normalQuantile(upper) / (3 * Math.sqrt(shape));
  const near = shape * cube ** 3;
  // Far below the mean the density is a power of x: P ≈ xᵃ / Γ(a + 1), and Γ is near 1 where that matters.
  return cube > 0.2 ? near : Math.max(NOTHING, lower ** (1 / shape));
}
