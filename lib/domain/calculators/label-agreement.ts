import { AppError } from '../errors.ts';
import { alphaInterval } from '../stats/alpha-interval.ts';
import { type AlphaScale, krippendorffAlpha } from '../stats/krippendorff-alpha.ts';
import { ratingsOf } from '../stats/rating-profile.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { agreementCoefficients } from './agreement-coefficients.ts';
import { annotatorPairs, pairwiseAgreement } from './annotator-pairs.ts';
import { defineCalculation } from './calculator.ts';
import { categoryAgreement, labelPairs, hardestItems } from './category-agreement.ts';
import { type CodedRatings, codeRatings } from './coded-ratings.ts';
import { sqlByDialect } from './count-sql.ts';
import type { LabelAgreementInput, LabelAgreementOutput } from './label-agreement-contract.ts';
import { exampleRatings } from './label-agreement-example.ts';
import { agreementAssumptions, agreementInWords } from './label-agreement-words.ts';
import { type OnProgress, unwatched } from './progress.ts';
import { RatingColumns } from './rating-columns.ts';
import type { TableInput } from './table-input.ts';

/** Pairs of annotators are listed up to so many annotators: 1,225 pairs. */
const MOST_PAIRED = 50;
/** Categories are listed one by one up to so many. */
const MOST_LISTED = 50;
/** Fewer items in dispute, or labels outside the commonest category, make the bootstrap promise too much. */
const FEW = 10;

/** Steps of the bootstrap, resamples times what each looks at: a few seconds. */
const MOST_STEPS = 200_000_000;

const ratingsTable: TableInput = {
  key: 'ratings',
  columns: [
    { name: 'item', kind: 'text' },
    { name: 'annotator', kind: 'text' },
    { name: 'label', kind: 'text', optional: true },
  ],
  collect() {
    const columns = new RatingColumns('ratings');
    return {
      add: ([item, annotator, label]) => columns.addRating(item ?? '', annotator ?? '', label ?? null),
      end: () => columns,
    };
  },
  scatter: (ratings) => ratings,
};

const countsTable: TableInput = {
  key: 'counts',
  columns: [
    { name: 'item', kind: 'text' },
    { name: 'label', kind: 'text' },
    { name: 'n', kind: 'count' },
  ],
  collect() {
    const columns = new RatingColumns('counts');
    return {
      add: ([item, label, n]) => columns.addCount(item ?? '', label ?? '', Number(n)),
      end: () => columns,
    };
  },
};

export const labelAgreement = defineCalculation({
  id: 'label-agreement',
  title: 'Agreement of annotators',
  question: 'Several annotators labelled the same items. How far do they agree, beyond what chance would give?',
  example: { ratings: exampleRatings, scale: 'nominal', confidence: 0.95, bootstrap: { resamples: 1000, seed: 1 } },
  formula:
    'α = 1 − Dₒ / Dₑ, observed over expected disagreement; κ, π, AC1, S = (pₒ − pₑ) / (1 − pₑ), with pₑ = Σ rᵢcᵢ (Cohen), Σ πᵢ² (Scott, Fleiss), Σ πᵢ(1 − πᵢ) / (q − 1) (Gwet), 1 / q (Brennan–Prediger); weights 1 − |i − j| / (q − 1) and its square.',
  sources: [
    'K. Krippendorff, Computing Krippendorff’s alpha-reliability (2011); Content Analysis (2004), chapter 11, for .667 and .800',
    'J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971)',
    'J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968); J. L. Fleiss, J. Cohen and B. S. Everitt, Large sample standard errors of kappa, ibid. 72 (1969)',
    'K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014)',
  ],
  sql: sqlByDialect(
    ({ table }) =>
      `SELECT\n  item_id AS item,\n  label,\n  COUNT(*) AS n\nFROM ${table('ratings')}\nWHERE label IS NOT NULL\nGROUP BY item_id, label`,
  ),
  tables: [ratingsTable, countsTable],

  compute(given: LabelAgreementInput, onProgress: OnProgress = unwatched): LabelAgreementOutput {
    const coded = codeRatings(given, onProgress);
    const { categories, profiles, annotators, byItem } = coded;
    const pairable = profiles.filter((profile) => ratingsOf(profile) >= 2);
    const pairableItems = pairable.reduce((sum, { items }) => sum + items, 0);
    if (pairableItems === 0) {
      throw new AppError('bad-input', 'No item has two labels, so there is nothing to compare.', {
        path: given.ratings === undefined ? 'counts' : 'ratings',
      });
    }
    const notes = notesOf(coded);
    const q = categories.names.length;
    const paired = byItem !== null && annotators !== null && annotators.length <= MOST_PAIRED;
    if (byItem !== null && !paired)
      notes.push(`pairwise is left out: it is listed for up to ${MOST_PAIRED} annotators.`);
    const pairs = paired ? annotatorPairs(byItem, q) : [];
    const listed = q <= MOST_LISTED;
    if (!listed)
      notes.push(`perCategory and labelPairs are left out: they are listed for up to ${MOST_LISTED} categories.`);
    return {
      items: coded.items,
      pairableItems,
      annotators: annotators === null ? null : annotators.length,
      ratings: profiles.reduce((sum, profile) => sum + profile.items * ratingsOf(profile), 0),
      dropped: coded.dropped,
      categories: [...categories.names],
      ...alphaOf(given, coded, notes, onProgress),
      ...agreementCoefficients(given, coded, pairs, notes),
      pairwise: paired ? pairwiseAgreement(pairs, annotators, q) : null,
      perCategory: listed ? categoryAgreement(coded) : null,
      labelPairs: listed ? labelPairs(coded) : null,
      hardestItems: hardestItems(coded),
      assumptions: agreementAssumptions(given, q),
      notes,
    };
  },

  interpretation: agreementInWords,
});

function alphaScale(kind: LabelAgreementInput['scale'], values: readonly number[]): AlphaScale {
  return kind === 'nominal' || kind === 'ordinal' ? { kind } : { kind, values };
}

type Alpha = Pick<LabelAgreementOutput, 'krippendorffAlpha' | 'alphaInterval' | 'bootstrap'>;

function alphaOf(
  given: LabelAgreementInput,
  { categories, profiles }: CodedRatings,
  notes: string[],
  onProgress: OnProgress,
): Alpha {
  const { scale: kind, confidence, bootstrap } = given;
  const scale = alphaScale(kind, categories.values);
  const alpha = krippendorffAlpha(profiles, scale);
  if (alpha === null) {
    notes.push('krippendorffAlpha is not defined: every label is the same, so that no disagreement could be expected.');
    return { krippendorffAlpha: null, alphaInterval: null, bootstrap: { ...bootstrap, degenerate: 0 } };
  }
  const resamples = Math.floor(MOST_STEPS / stepsOfResample(profiles, scale));
  if (bootstrap.resamples > resamples) {
    const wayOut =
      resamples < 100 ? 'Round the labels, so that fewer differ.' : `Up to ${resamples} resamples are made.`;
    notes.push(`alphaInterval is left out: so many different items would take too long. ${wayOut}`);
    return { krippendorffAlpha: alpha, alphaInterval: null, bootstrap: { ...bootstrap, degenerate: 0 } };
  }
  const random = seededRandom(bootstrap.seed);
  const { interval, degenerate } = alphaInterval(profiles, scale, confidence, bootstrap.resamples, random, (done) =>
    onProgress({ doing: 'Resampling', done, of: bootstrap.resamples }),
  );
  if (interval === null) notes.push('alphaInterval is not defined: it takes two items with two labels.');
  if (degenerate > 0) {
    notes.push(
      `${degenerate} of ${bootstrap.resamples} resamples held a single label and are left out of alphaInterval.`,
    );
  }
  if (interval !== null && fewestDissents(profiles) < FEW) {
    notes.push(
      `alphaInterval covers the truth less often than it says: fewer than ${FEW} items are in dispute or outside the commonest category. In simulations at .95 it covered .93 with four such items and .78 with two.`,
    );
  }
  return {
    krippendorffAlpha: alpha,
    alphaInterval: interval === null ? null : [...interval],
    bootstrap: { ...bootstrap, degenerate },
  };
}

/** Cells that one resample looks at; on the scale of ratios every two categories are compared as well. */
function stepsOfResample(profiles: CodedRatings['profiles'], scale: AlphaScale): number {
  const cells = profiles.reduce((sum, profile) => sum + profile.cells.length, 0);
  return scale.kind === 'ratio' ? cells + scale.values.length ** 2 : cells;
}

/** Items in dispute, or items times the share of labels outside the commonest category, whichever is less. */
function fewestDissents(profiles: CodedRatings['profiles']): number {
  const totals = new Map<number, number>();
  let items = 0;
  let ratings = 0;
  let inDispute = 0;
  for (const profile of profiles) {
    const own = ratingsOf(profile);
    if (own < 2) continue;
    items += profile.items;
    ratings += profile.items * own;
    if (profile.cells.length > 1) inDispute += profile.items;
    for (const { category, count } of profile.cells) {
      totals.set(category, (totals.get(category) ?? 0) + profile.items * count);
    }
  }
  let commonest = 0;
  for (const count of totals.values()) commonest = Math.max(commonest, count);
  return Math.min(inDispute, items * (1 - commonest / ratings));
}

function notesOf({ profiles, byItem, dropped }: CodedRatings): string[] {
  const notes: string[] = [];
  const single = profiles.reduce((sum, profile) => sum + (ratingsOf(profile) < 2 ? profile.items : 0), 0);
  if (dropped.ratings > 0) {
    notes.push(
      dropped.ratings === 1
        ? '1 rating has no label and is left out.'
        : `${dropped.ratings} ratings have no label and are left out.`,
    );
  }
  if (dropped.items > 0) {
    notes.push(
      dropped.items === 1
        ? '1 item has no label at all and is left out.'
        : `${dropped.items} items have no label at all and are left out.`,
    );
  }
  if (single > 0) {
    notes.push(
      `${single === 1 ? '1 item has' : `${single} items have`} a single label: alpha leaves it out, and the other coefficients count it among the shares of the categories.`,
    );
  }
  if (new Set(profiles.map((profile) => ratingsOf(profile))).size > 1) {
    notes.push('Items differ in their number of labels, so Fleiss’ kappa is the generalised form (Gwet 2014).');
  }
  if (byItem === null) {
    notes.push(
      'Counts do not tell the annotators apart: cohenKappa, scottPi, weightedKappa and pairwise are not defined.',
    );
  }
  return notes;
}
