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
 * Ordered pairs of ratings of the same item, by the category of the first and of the second. Over the sum of its row a
 * count on the diagonal is the specific agreement of the category.
 */
export function labelPairs({ categories, profiles }: CodedRatings): number[][] {
  const matrix = categories.names.map(() => categories.names.map(() => 0));
  for (const profile of profiles) {
    for (const first of profile.cells) {
      const row = matrix[first.category] ?? [];
      for (const second of profile.cells) {
        const pairs = first.count * (first === second ? second.count - 1 : second.count);
        row[second.category] = (row[second.category] ?? 0) + profile.items * pairs;
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
  itemName,
}: CodedRatings): LabelAgreementOutput['hardestItems'] {
  const agreements = profiles.map((profile) => {
    const ratings = ratingsOf(profile);
    const agreeing = profile.cells.reduce((sum, { count }) => sum + count * (count - 1), 0);
    return ratings < 2 ? 1 : agreeing / (ratings * (ratings - 1));
  });
  // The hardest so far: to sort all of a million items would take longer than all else.
  const hardest: { item: number; agreement: number }[] = [];
  for (const [item, profile] of profileOf.entries()) {
    const agreement = agreements[profile] ?? 1;
    const worst = hardest.length < HARDEST ? 1 : (hardest.at(-1)?.agreement ?? 1);
    if (agreement >= worst) continue;
    const place = hardest.findIndex((other) => other.agreement > agreement);
    hardest.splice(place < 0 ? hardest.length : place, 0, { item, agreement });
    hardest.splice(HARDEST);
  }
  return hardest.map(({ item, agreement }) => ({
    item: itemName(item),
    agreement,
    counts: Object.fromEntries(
      (profiles[profileOf[item] ?? 0]?.cells ?? []).map(({ category, count }) => [
        categories.names[category] ?? '',
        count,
      ]),
    ),
  }));
}
