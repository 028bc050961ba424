/** Smallest samples that say something about a quantile without knowing the distribution. */
export interface QuantileSampleSize {
  /** The greatest value (for q below ½ the least) lies beyond the quantile with the confidence. */
  readonly oneSided: number;
  /** The least and the greatest value hold this share of all cases between them with the confidence. */
  readonly twoSided: number;
  /** The equal-tailed interval of the quantile has an end on both sides. */
  readonly interval: number;
}

/**
 * How many values it takes to bound a quantile.
 *
 * @param q the quantile, in (0, 1)
 * @param confidence in (0, 1)
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(log n).
 * Source: 1 − qⁿ ≥ confidence; S. S. Wilks, Determination of sample sizes for setting tolerance limits, Annals of
 * Mathematical Statistics 12 (1941): 1 − n qⁿ⁻¹ + (n − 1) qⁿ ≥ confidence.
 */
export function quantileSampleSize(q: number, confidence: number): QuantileSampleSize {
  if (!(q > 0 && q < 1 && confidence > 0 && confidence < 1)) {
    throw new RangeError(`quantileSampleSize needs shares in (0, 1), got ${q} and ${confidence}`);
  }
  const far = Math.max(q, 1 - q);
  return {
    oneSided: smallest((n) => far ** n <= 1 - confidence),
    twoSided: smallest((n) => n > 1 && n * far ** (n - 1) - (n - 1) * far ** n <= 1 - confidence),
    interval: smallest((n) => far ** n <= (1 - confidence) / 2),
  };
}

/** By doubling and halving; a condition that rounding misses by a hair is met. */
function smallest(enough: (n: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (!enough(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
