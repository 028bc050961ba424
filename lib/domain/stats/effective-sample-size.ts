/**
 * How many equally weighted cases a weighted sample is worth.
 *
 * @param n cases in the sample, at least 0
 * @param cv coefficient of variation of their weights: standard deviation (divided by n) over mean, at least 0
 * @returns n ÷ (1 + cv²), which is (Σw)² ÷ Σw²
 * @throws RangeError when an argument is negative or not a number
 *
 * Complexity: O(1).
 * Source: L. Kish, Survey Sampling (1965), section 11.7.
 */
export function effectiveSampleSize(n: number, cv: number): number {
  if (!(n >= 0)) throw new RangeError(`sample size ${n} is negative`);
  if (!(cv >= 0)) throw new RangeError(`coefficient of variation ${cv} is negative`);
  return n / (1 + cv ** 2);
}
