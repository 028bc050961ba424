/**
 * How much too good the best of several results on one test set looks, where none is truly better: the expected largest
 * of k normal deviations is at most √(2 ln k) standard errors.
 *
 * @param proportion that is measured, in [0, 1]
 * @param n cases it is measured on, above 0
 * @param looks results that were compared on the same test set, at least 1
 * @returns the bound on the expected optimism, a difference of proportions
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(1).
 * Source: maximal inequality for sub-Gaussian variables; as a ladder of results in A. Blum and M. Hardt (2015).
 */
export function reuseOptimism(proportion: number, n: number, looks: number): number {
  if (!(proportion >= 0 && proportion <= 1)) throw new RangeError(`proportion ${proportion} lies outside [0, 1]`);
  if (!(n > 0)) throw new RangeError(`reuseOptimism needs n above 0, got ${n}`);
  if (!(looks >= 1)) throw new RangeError(`${looks} looks are fewer than one`);
  return Math.sqrt((proportion * (1 - proportion)) / n) * Math.sqrt(2 * Math.log(looks));
}
