import { AppError } from '../errors.ts';
import type { RatedCategory, RatingProfile } from '../stats/rating-profile.ts';
import type { LabelAgreementInput } from './label-agreement-contract.ts';
import { type LabelCategories, labelCategories, labelName } from './label-categories.ts';
import { NameTable } from './name-table.ts';
import type { OnProgress } from './progress.ts';
import { RatingColumns, columnsOfCounts, columnsOfRatings } from './rating-columns.ts';
import { type RatingsByItem, ratingsByItem } from './ratings-by-item.ts';

/** Ratings by indices in place of names, and items that were rated alike counted once. */
export interface CodedRatings {
  readonly categories: LabelCategories;
  readonly profiles: readonly RatingProfile[];
  /** The profile of each item, in the order in which items came; below 0 for one without a rating. */
  readonly profileOf: Int32Array;
  readonly itemName: (item: number) => string;
  /** How many have a rating. */
  readonly items: number;
  readonly annotators: readonly string[] | null;
  /** Null where only counts are known. */
  readonly byItem: RatingsByItem | null;
  readonly dropped: { readonly ratings: number; readonly items: number };
}

/** Items between two reports. */
const REPORTED = 1 << 16;

/**
 * @throws AppError 'bad-input' for two ratings of an item by one annotator, an item that is counted twice, labels that
 * the scale or the categories do not know, and where neither or both of ratings and counts are given
 */
export function codeRatings(given: LabelAgreementInput, onProgress: OnProgress): CodedRatings {
  const columns = columnsOf(given);
  const { categories, categoryOf } = categoriesOf(columns, given);
  const byItem = ratingsByItem(columns, categoryOf);
  const annotators = columns.annotators?.names() ?? null;
  if (annotators !== null) refuseSecondRating(byItem, annotators, columns);
  const { profiles, profileOf } = profilesOf(byItem, categories.names.length, onProgress);
  const items = profiles.reduce((sum, profile) => sum + profile.items, 0);
  const withoutLabel = columns.annotators === null ? 0 : columns.rows - byItem.categories.length;
  return {
    categories,
    profiles,
    profileOf,
    itemName: (item) => columns.items.nameAt(item),
    items,
    annotators,
    byItem: annotators === null ? null : byItem,
    dropped: { ratings: withoutLabel, items: profileOf.length - items },
  };
}

function columnsOf({ ratings, counts }: LabelAgreementInput): RatingColumns {
  if (ratings !== undefined && counts !== undefined) {
    throw new AppError('bad-input', 'counts cannot be given beside ratings: they say the same.', { path: 'counts' });
  }
  if (ratings !== undefined) return ratings instanceof RatingColumns ? ratings : columnsOfRatings(ratings);
  if (counts !== undefined) return counts instanceof RatingColumns ? counts : columnsOfCounts(counts);
  throw new AppError('bad-input', 'ratings is missing.', { path: 'ratings' });
}

/** The categories, and for each label as it was given its place among them. */
function categoriesOf(
  columns: RatingColumns,
  given: LabelAgreementInput,
): { categories: LabelCategories; categoryOf: number[] } {
  const labels = columns.labels
    .names()
    .map((label, index) => labelName(label, given.scale, () => placeOf(columns, index)));
  const categories = labelCategories(new Set(labels), given);
  const places = new Map(categories.names.map((label, index) => [label, index]));
  return { categories, categoryOf: labels.map((label) => places.get(label) ?? 0) };
}

/** Where a label was first given. */
function placeOf(columns: RatingColumns, label: number): string {
  let row = 0;
  while (columns.labelAt(row) !== label) row += 1;
  const item = columns.items.nameAt(columns.itemAt(row));
  if (columns.annotators === null) return `A label of item ‘${item}’`;
  return `The label of item ‘${item}’ by annotator ‘${columns.annotators.nameAt(columns.annotatorAt(row))}’`;
}

function refuseSecondRating(
  { starts, annotators }: RatingsByItem,
  names: readonly string[],
  { items }: RatingColumns,
): void {
  const lastItem = new Int32Array(names.length).fill(-1);
  for (let item = 0; item < starts.length - 1; item += 1) {
    for (let place = starts[item] ?? 0; place < (starts[item + 1] ?? 0); place += 1) {
      const annotator = annotators[place] ?? 0;
      if (lastItem[annotator] === item) {
        const message = `Item ‘${items.nameAt(item)}’ has two labels by annotator ‘${names[annotator] ?? ''}’.`;
        throw new AppError('bad-input', message, { path: 'ratings' });
      }
      lastItem[annotator] = item;
    }
  }
}

function profilesOf(
  { starts, categories, counts }: RatingsByItem,
  categoriesInAll: number,
  onProgress: OnProgress,
): { profiles: RatingProfile[]; profileOf: Int32Array } {
  const items = starts.length - 1;
  const profileOf = new Int32Array(items).fill(-1);
  const known = new NameTable();
  const profiles: { cells: readonly RatedCategory[]; items: number }[] = [];
  const times = new Float64Array(categoriesInAll);
  for (let item = 0; item < items; item += 1) {
    if (item % REPORTED === 0) onProgress({ doing: 'Counting labels by item', done: item, of: items });
    const own: number[] = [];
    for (let place = starts[item] ?? 0; place < (starts[item + 1] ?? 0); place += 1) {
      const category = categories[place] ?? 0;
      if (times[category] === 0) own.push(category);
      times[category] = (times[category] ?? 0) + (counts[place] ?? 1);
    }
    if (own.length === 0) continue;
    const cells = own.sort((one, other) => one - other).map((category) => ({ category, count: times[category] ?? 0 }));
    let key = '';
    for (const { category, count } of cells) {
      key += `${category}:${count} `;
      times[category] = 0;
    }
    const profile = known.of(key);
    profileOf[item] = profile;
    (profiles[profile] ??= { cells, items: 0 }).items += 1;
  }
  return { profiles, profileOf };
}
