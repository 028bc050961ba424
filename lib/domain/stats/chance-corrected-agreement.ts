import { type AgreementWeights, agreementWeight, meanAgreement } from './agreement-weights.ts';
import { type RatingProfile, ratingsOf } from './rating-profile.ts';

/** How often annotators would agree by chance: the same shares for all, shares that are seldom drawn, or all alike. */
export type ChanceModel = 'fleiss' | 'gwet' | 'brennan-prediger';

export interface Agreement {
  /** Mean agreement of two ratings of an item, over items that have two. */
  readonly observed: number;
  readonly expected: number;
  /** (observed − expected) / (1 − expected); null where chance alone agrees always. */
  readonly value: number | null;
  /** Null with fewer than two items. */
  readonly standardError: number | null;
}

/**
 * Fleiss' kappa, Gwet's AC1 and AC2, and the coefficient of Brennan and Prediger: they differ only in what they expect
 * of chance. Items may have different numbers of ratings; those with one enter the shares of the categories only.
 *
 * @param profiles ratings by category, items without any left out; at least one item with two ratings
 * @param categories how many were on offer, seen or not: it moves all but Fleiss' kappa
 * @param weights how much neighbours count as agreeing
 * @throws RangeError where no item has two ratings
 *
 * Complexity: O(categories of all profiles squared + categories²).
 * Source: Gwet, Handbook of Inter-Rater Reliability (4th ed. 2014), chapters 2 to 5; the standard error is the
 * linearised one, over items drawn from an infinite population, with n − 1.
 */
export function chanceCorrectedAgreement(
  profiles: readonly RatingProfile[],
  categories: number,
  weights: AgreementWeights,
  chance: ChanceModel,
): Agreement {
  const shares = sharesOf(profiles, categories);
  const { expected, slope } = chanceAgreement(chance, weights, shares);
  const items = profiles.reduce((sum, profile) => sum + profile.items, 0);
  const agreements = profiles.map((profile) => agreementWithin(profile, weights, categories));
  let pairable = 0;
  let sum = 0;
  for (const [index, agreement] of agreements.entries()) {
    if (agreement === null) continue;
    pairable += profiles[index]?.items ?? 0;
    sum += (profiles[index]?.items ?? 0) * agreement;
  }
  if (pairable === 0) throw new RangeError('chanceCorrectedAgreement needs an item with two ratings');
  const observed = sum / pairable;
  // Rounding can leave a chance of nearly 1 where it is 1.
  if (1 - expected < 1e-12) return { observed, expected, value: null, standardError: null };
  const value = (observed - expected) / (1 - expected);
  if (items < 2) return { observed, expected, value, standardError: null };
  let squares = 0;
  for (const [index, profile] of profiles.entries()) {
    const ratings = ratingsOf(profile);
    const agreement = agreements[index] ?? null;
    const own = agreement === null ? 0 : ((items / pairable) * (agreement - expected)) / (1 - expected);
    let chanceOfItem = 0;
    for (const { category, count } of profile.cells) chanceOfItem += (count / ratings) * (slope[category] ?? 0);
    const moved = own - (2 * (1 - value) * (chanceOfItem - meanOf(slope, shares))) / (1 - expected);
    squares += profile.items * (moved - value) ** 2;
  }
  return { observed, expected, value, standardError: Math.sqrt(squares / items / (items - 1)) };
}

/** Mean share of each category within an item, over items. */
function sharesOf(profiles: readonly RatingProfile[], categories: number): number[] {
  const shares = Array.from({ length: categories }, () => 0);
  let items = 0;
  for (const profile of profiles) {
    const ratings = ratingsOf(profile);
    items += profile.items;
    for (const { category, count } of profile.cells) {
      shares[category] = (shares[category] ?? 0) + (profile.items * count) / ratings;
    }
  }
  return shares.map((share) => share / items);
}

/** The agreement of chance, and half its slope by the share of each category, up to a constant. */
function chanceAgreement(
  chance: ChanceModel,
  weights: AgreementWeights,
  shares: readonly number[],
): { expected: number; slope: readonly number[] } {
  const q = shares.length;
  if (chance === 'fleiss') {
    const slope = meanAgreement(weights, shares);
    return { expected: meanOf(slope, shares), slope };
  }
  const all = meanAgreement(
    weights,
    Array.from({ length: q }, () => 1),
  ).reduce((sum, weight) => sum + weight, 0);
  if (chance === 'brennan-prediger') return { expected: all / (q * q), slope: shares.map(() => 0) };
  // A single category leaves nothing to chance.
  const scale = q < 2 ? Infinity : all / (q * (q - 1));
  const slope = shares.map((share) => (q < 2 ? 0 : scale * (1 - share)));
  return { expected: q < 2 ? 1 : meanOf(slope, shares), slope };
}

function meanOf(values: readonly number[], shares: readonly number[]): number {
  let mean = 0;
  for (const [index, share] of shares.entries()) mean += share * (values[index] ?? 0);
  return mean;
}

/** Mean agreement of two different ratings of an item; null with fewer than two. */
function agreementWithin({ cells }: RatingProfile, weights: AgreementWeights, categories: number): number | null {
  const ratings = ratingsOf({ cells });
  if (ratings < 2) return null;
  let agreeing = 0;
  for (const first of cells) {
    for (const second of cells) {
      const weight = first === second ? 1 : agreementWeight(weights, first.category, second.category, categories);
      agreeing += first.count * (first === second ? second.count - 1 : second.count) * weight;
    }
  }
  return agreeing / (ratings * (ratings - 1));
}
