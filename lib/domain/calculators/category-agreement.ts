import { chanceCorrectedAgreement } from '../stats/chance-corrected-agreement.ts';
import { type RatingProfile, ratingsOf } from '../stats/rating-profile.ts';
import type { CodedRatings } from './coded-ratings.ts';
import type { LabelAgreementOutput } from './label-agreement-contract.ts';

const HARDEST = 10;

/**
 * For each category: given that one annotator chose it, how often another did so for the same item, and Fleiss' kappa
 * of the category against all others.
 *
 * Source: specific agreement, Spitzer and Fleiss 1974; the kappa of one category, Fleiss 1971.
 */
export function categoryAgreement({ categories, profiles }: CodedRatings): LabelAgreementOutput['perCategory'] {
  return categories.names.map((name, category) => {
    let ratings = 0;
    let agreeing = 0;
    let possible = 0;
    const against: RatingProfile[] = profiles.map((profile) => {
      const all = ratingsOf(profile);
      const own = profile.cells.find((cell) => cell.category === category)?.count ?? 0;
      ratings += profile.items * own;
      agreeing += profile.items * own * (own - 1);
      possible += profile.items * own * (all - 1);
      const cells = [
        { category: 0, count: own },
        { category: 1, count: all - own },
      ];
      return { items: profile.items, cells: cells.filter(({ count }) => count > 0) };
    });
    return {
      category: name,
      ratings,
      specificAgreement: possible === 0 ? null : agreeing / possible,
      fleissKappa: chanceCorrectedAgreement(against, 2, 'identity', 'fleiss').value,
    };
  });
}

/**
 * Pairs of ratings by their two categories: row and column sums are the ratings of items that have two.
 *
 * Source: Krippendorff's coincidence matrix (2011); a pair of an item with m ratings counts 1 / (m − 1).
 */
export function coincidencesOf({ categories, profiles }: CodedRatings): number[][] {
  const matrix = categories.names.map(() => categories.names.map(() => 0));
  for (const profile of profiles) {
    const ratings = ratingsOf(profile);
    if (ratings < 2) continue;
    for (const first of profile.cells) {
      const row = matrix[first.category] ?? [];
      for (const second of profile.cells) {
        const pairs = first.count * (first === second ? second.count - 1 : second.count);
        row[second.category] = (row[second.category] ?? 0) + (profile.items * pairs) / (ratings - 1);
      }
    }
  }
  return matrix;
}

/** Items on which annotators disagree the most, the first of equals first; agreement is that of two of its ratings. */
export function hardestItems({
  categories,
  profiles,
  profileOf,
  items,
}: CodedRatings): LabelAgreementOutput['hardestItems'] {
  const agreements = profiles.map((profile) => {
    const ratings = ratingsOf(profile);
    const agreeing = profile.cells.reduce((sum, { count }) => sum + count * (count - 1), 0);
    return ratings < 2 ? 1 : agreeing / (ratings * (ratings - 1));
  });
  const agreementOf = (item: number): number => agreements[profileOf[item] ?? 0] ?? 1;
  return [...items.keys()]
    .filter((item) => agreementOf(item) < 1)
    .toSorted((one, other) => agreementOf(one) - agreementOf(other) || one - other)
    .slice(0, HARDEST)
    .map((item) => ({
      item: items[item] ?? '',
      agreement: agreementOf(item),
      counts: Object.fromEntries(
        (profiles[profileOf[item] ?? 0]?.cells ?? []).map(({ category, count }) => [
          categories.names[category] ?? '',
          count,
        ]),
      ),
    }));
}
