/**
 * Reliability of several labels of an item put together, from that of a single one.
 *
 * @param reliability of a single label: an alpha or a kappa, above −1 / (ratings − 1) and at most 1
 * @param ratings labels that are put together, at least 1; an average need not be whole
 * @returns m·α / (1 + (m − 1)·α)
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(1).
 * Source: C. Spearman, W. Brown, British Journal of Psychology 3 (1910); it assumes errors that are independent.
 */
export function spearmanBrown(reliability: number, ratings: number): number {
  if (!(ratings >= 1)) throw new RangeError(`${ratings} ratings are fewer than one`);
  const divisor = 1 + (ratings - 1) * reliability;
  if (!(reliability <= 1 && divisor > 0)) throw new RangeError(`reliability ${reliability} lies outside its range`);
  return (ratings * reliability) / divisor;
}
