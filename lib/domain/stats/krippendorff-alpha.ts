import { type RatedCategory, type RatingProfile, ratingsOf } from './rating-profile.ts';

/** What a difference between two categories weighs: the last two by the numbers that the categories stand for. */
export type AlphaScale = { readonly kind: 'ordinal' } | FixedScale;

/** A scale on which the other ratings do not move the difference of two. */
type FixedScale =
  { readonly kind: 'nominal' } | { readonly kind: 'interval' | 'ratio'; readonly values: readonly number[] };

/**
 * Krippendorff's alpha: 1 − observed over expected disagreement, for any number of annotators and missing ratings.
 *
 * @param profiles ratings by category; items with fewer than two are left out, as alpha has no use for them
 * @param scale for interval and ratio with the number of each category, finite
 * @returns alpha, at most 1; null where no item has two ratings, or all that are left are the same category, so that no
 * disagreement is expected
 *
 * Complexity: O(categories of all profiles), but for ratio O(their pairs + pairs of categories).
 * Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011). Sums over pairs of squared differences are
 * twice the sum of weights times the weighted sum of squares around the mean; the ordinal difference is that of the
 * middle ranks.
 */
export function krippendorffAlpha(profiles: readonly RatingProfile[], scale: AlphaScale): number | null {
  return alphaOfResamples(profiles, scale)(profiles.map(({ items }) => items));
}

/**
 * Alpha as a function of how many items there are of each profile: a bootstrap asks it a thousand times.
 *
 * Complexity: that of one alpha, and a tenth of it again for each time it is asked.
 */
export function alphaOfResamples(
  profiles: readonly RatingProfile[],
  scale: AlphaScale,
): (items: ArrayLike<number>) => number | null {
  const ratings = profiles.map((profile) => ratingsOf(profile));
  const within = (disagreement: Disagreement): number[] =>
    profiles.map(({ cells }, index) => disagreement(cells) / Math.max(1, (ratings[index] ?? 0) - 1));
  const fixed = scale.kind === 'ordinal' ? null : disagreementOn(scale);
  const fixedWithin = fixed === null ? null : within(fixed);
  // Filled anew each time: to make thousands of small objects a thousand times is what would take the time.
  const totals = totalsOf(profiles);
  return (items) => {
    for (const total of totals) total.count = 0;
    for (let index = 0; index < profiles.length; index += 1) {
      const times = (ratings[index] ?? 0) < 2 ? 0 : (items[index] ?? 0);
      if (times === 0) continue;
      for (const { category, count } of profiles[index]?.cells ?? []) {
        const total = totals[category];
        if (total !== undefined) total.count += times * count;
      }
    }
    // Of a single category rounding would leave a trace of disagreement.
    if (totals.filter(({ count }) => count > 0).length < 2) return null;
    const disagreement = fixed ?? squaredDifferencesOf(middleRanks(totals));
    const expected = disagreement(totals);
    if (expected === 0) return null;
    const disagreements = fixedWithin ?? within(disagreement);
    let observed = 0;
    for (let index = 0; index < disagreements.length; index += 1) {
      observed += (items[index] ?? 0) * (disagreements[index] ?? 0);
    }
    return 1 - ((ratingsOf({ cells: totals }) - 1) * observed) / expected;
  };
}

/** A place for the ratings of each category, in their order. */
function totalsOf(profiles: readonly RatingProfile[]): { readonly category: number; count: number }[] {
  let categories = 0;
  for (const { cells } of profiles) for (const { category } of cells) categories = Math.max(categories, category + 1);
  return Array.from({ length: categories }, (_, category) => ({ category, count: 0 }));
}

/** Sum of the squared differences over all ordered pairs of ratings. */
type Disagreement = (cells: readonly RatedCategory[]) => number;

function disagreementOn(scale: FixedScale): Disagreement {
  if (scale.kind === 'nominal') return unequalPairs;
  if (scale.kind === 'interval') return squaredDifferencesOf(scale.values);
  return ratioDifferencesOf(scale.values);
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

function squaredDifferencesOf(values: readonly number[]): Disagreement {
  return (cells) => {
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
  };
}

/** ((c − k) / (c + k))², and 0 where both are 0. */
function ratioDifferencesOf(values: readonly number[]): Disagreement {
  return (cells) => {
    let sum = 0;
    for (const [index, { category, count }] of cells.entries()) {
      const one = values[category] ?? 0;
      let ofOne = 0;
      for (let before = 0; before < index; before += 1) {
        const cell = cells[before];
        if (cell === undefined || cell.count === 0) continue;
        const other = values[cell.category] ?? 0;
        if (one !== other) ofOne += cell.count * ((one - other) / (one + other)) ** 2;
      }
      sum += 2 * count * ofOne;
    }
    return sum;
  };
}

function middleRanks(totals: readonly RatedCategory[]): number[] {
  let below = 0;
  return totals.map(({ count }) => {
    below += count;
    return below - count / 2;
  });
}
