/**
 * The smallest area that a precision-recall curve can have, reached by ranking every positive last. It is what makes
 * areas at different prevalences incomparable.
 *
 * @param prevalence share of positives, in (0, 1]
 * @returns 1 + (1 − π) ln(1 − π) / π, relative accuracy 1e-14
 * @throws RangeError when prevalence lies outside (0, 1]
 *
 * Complexity: O(1); below .1 a series of fewer than 20 terms, where the formula as written would cancel.
 * Source: Boyd et al., Unachievable Region in Precision-Recall Space (2012), theorem 2.
 */
export function smallestAveragePrecision(prevalence: number): number {
  if (!(prevalence > 0 && prevalence <= 1)) throw new RangeError(`prevalence ${prevalence} lies outside (0, 1]`);
  if (prevalence === 1) return 1;
  if (prevalence >= 0.1) return 1 + ((1 - prevalence) * Math.log1p(-prevalence)) / prevalence;
  let sum = 0;
  let power = prevalence;
  for (let k = 1; power > sum * Number.EPSILON; k += 1) {
    sum += power / (k * (k + 1));
    power *= prevalence;
  }
  return sum;
}
