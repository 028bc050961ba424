import { type RatedCategory, type RatingProfile, ratingsOf } from './rating-profile.ts';

/** What a difference between two categories weighs: the last two by the numbers that the categories stand for. */
export type AlphaScale =
  | { readonly kind: 'nominal' | 'ordinal' }
  | { readonly kind: 'interval' | 'ratio'; readonly values: readonly number[] };

/**
 * Krippendorff's alpha: 1 − observed over expected disagreement, for any number of annotators and missing ratings.
 *
 * @param profiles ratings by category; items with fewer than two are left out, as alpha has no use for them
 * @param scale for interval and ratio with the number of each category, finite
 * @param times how often each profile counts, in place of its items: a bootstrap draws these
 * @returns alpha, at most 1; null where no item has two ratings, or all that are left are the same category, so that no
 * disagreement is expected
 *
 * Complexity: O(categories of all profiles), but for ratio O(their pairs + pairs of categories).
 * Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011). Sums over pairs of squared differences are
 * twice the sum of weights times the weighted sum of squares around the mean; the ordinal difference is that of the
 * middle ranks.
 */
export function krippendorffAlpha(
  profiles: readonly RatingProfile[],
  scale: AlphaScale,
  times?: ArrayLike<number>,
): number | null {
  const totals: number[] = [];
  let n = 0;
  for (const [index, profile] of profiles.entries()) {
    const ratings = ratingsOf(profile);
    const items = times?.[index] ?? profile.items;
    if (ratings < 2 || items === 0) continue;
    n += items * ratings;
    for (const { category, count } of profile.cells) totals[category] = (totals[category] ?? 0) + items * count;
  }
  if (n === 0) return null;
  const disagreement = disagreementOn(scale, totals);
  let observed = 0;
  for (const [index, profile] of profiles.entries()) {
    const ratings = ratingsOf(profile);
    const items = times?.[index] ?? profile.items;
    if (ratings >= 2 && items > 0) observed += (items * disagreement(profile.cells)) / (ratings - 1);
  }
  const all: RatedCategory[] = [];
  for (const [category, count = 0] of totals.entries()) if (count > 0) all.push({ category, count });
  const expected = disagreement(all);
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** Sum of the squared differences over all ordered pairs of ratings. */
type Disagreement = (cells: readonly RatedCategory[]) => number;

function disagreementOn(scale: AlphaScale, totals: readonly (number | undefined)[]): Disagreement {
  if (scale.kind === 'nominal') return unequalPairs;
  if (scale.kind === 'ratio') return (cells) => ratioDifferences(cells, scale.values);
  const values = scale.kind === 'interval' ? scale.values : middleRanks(totals);
  return (cells) => squaredDifferences(cells, values);
}

function unequalPairs(cells: readonly RatedCategory[]): number {
  if (cells.length < 2) return 0;
  let sum = 0;
  let ofEqual = 0;
  for (const { count } of cells) {
    sum += count;
    ofEqual += count * count;
  }
  return sum * sum - ofEqual;
}

function squaredDifferences(cells: readonly RatedCategory[], values: readonly number[]): number {
  if (cells.length < 2) return 0;
  let sum = 0;
  let total = 0;
  for (const { category, count } of cells) {
    sum += count;
    total += count * (values[category] ?? 0);
  }
  const mean = total / sum;
  let squares = 0;
  for (const { category, count } of cells) squares += count * ((values[category] ?? 0) - mean) ** 2;
  return 2 * sum * squares;
}

/** ((c − k) / (c + k))², and 0 where both are 0. */
function ratioDifferences(cells: readonly RatedCategory[], values: readonly number[]): number {
  let sum = 0;
  for (const [index, first] of cells.entries()) {
    for (const second of cells.slice(index + 1)) {
      const [one, other] = [values[first.category] ?? 0, values[second.category] ?? 0];
      if (one !== other) sum += 2 * first.count * second.count * ((one - other) / (one + other)) ** 2;
    }
  }
  return sum;
}

function middleRanks(totals: readonly (number | undefined)[]): number[] {
  let below = 0;
  return Array.from(totals, (count = 0) => {
    below += count;
    return below - count / 2;
  });
}
