import { AppError } from '../errors.ts';
import type { RatedCategory, RatingProfile } from '../stats/rating-profile.ts';
import type { LabelAgreementInput } from './label-agreement-contract.ts';
import { type LabelCategories, labelCategories, labelName } from './label-categories.ts';

/** What one annotator gave one item, by their indices. */
export interface CodedRating {
  readonly annotator: number;
  readonly category: number;
}

/** Ratings by indices in place of names, and items that were rated alike counted once. */
export interface CodedRatings {
  readonly categories: LabelCategories;
  readonly profiles: readonly RatingProfile[];
  /** Items with a rating. */
  readonly items: readonly string[];
  /** The profile of each item. */
  readonly profileOf: readonly number[];
  readonly annotators: readonly string[] | null;
  /** The ratings of each item; null where only counts are known. */
  readonly byItem: readonly (readonly CodedRating[])[] | null;
  readonly dropped: { readonly ratings: number; readonly items: number };
}

/**
 * @throws AppError 'bad-input' for two ratings of an item by one annotator, an item that is counted twice, labels that
 * the scale or the categories do not know, and where neither or both of ratings and counts are given
 */
export function codeRatings(given: LabelAgreementInput): CodedRatings {
  if (given.ratings !== undefined && given.counts !== undefined) {
    throw new AppError('bad-input', 'counts cannot be given beside ratings: they say the same.', { path: 'counts' });
  }
  if (given.ratings !== undefined) return fromRatings(given, given.ratings);
  if (given.counts !== undefined) return fromCounts(given, given.counts);
  throw new AppError('bad-input', 'ratings is missing.', { path: 'ratings' });
}

function fromRatings(given: LabelAgreementInput, ratings: NonNullable<LabelAgreementInput['ratings']>): CodedRatings {
  const items = indices();
  const annotators = indices();
  const labels = indices();
  const byItem: { annotator: number; category: number }[][] = [];
  let withoutLabel = 0;
  for (const { item, annotator, label } of ratings) {
    const own = (byItem[items.of(String(item))] ??= []);
    if (label === null) {
      withoutLabel += 1;
      continue;
    }
    const where = (): string => `The label of item ‘${item}’ by annotator ‘${annotator}’`;
    const rating = { annotator: annotators.of(String(annotator)), category: 0 };
    rating.category = labels.of(labelName(label, given.scale, where));
    own.push(rating);
  }
  const { categories, order } = ordered(labels, given);
  for (const [item, own] of byItem.entries()) {
    refuseSecondRating(own, items.names[item] ?? '', annotators.names);
    for (const rating of own) rating.category = order[rating.category] ?? 0;
  }
  const rated = byItem.flatMap((own, index) => (own.length > 0 ? [index] : []));
  const kept = rated.map((index) => byItem[index] ?? []);
  return {
    categories,
    ...profilesOf(kept.map((own) => countedCategories(own))),
    items: rated.map((index) => items.names[index] ?? ''),
    annotators: annotators.names,
    byItem: kept,
    dropped: { ratings: withoutLabel, items: byItem.length - rated.length },
  };
}

function refuseSecondRating(ratings: readonly CodedRating[], item: string, annotators: readonly string[]): void {
  const seen = new Set<number>();
  for (const { annotator } of ratings) {
    if (seen.has(annotator)) {
      throw new AppError('bad-input', `Item ‘${item}’ has two labels by annotator ‘${annotators[annotator] ?? ''}’.`, {
        path: 'ratings',
      });
    }
    seen.add(annotator);
  }
}

function fromCounts(given: LabelAgreementInput, counts: NonNullable<LabelAgreementInput['counts']>): CodedRatings {
  const items = indices();
  const labels = indices();
  const rows = counts.map(({ item, counts: own }) => {
    const before = items.names.length;
    if (items.of(String(item)) < before) {
      throw new AppError('bad-input', `Item ‘${item}’ is counted twice.`, { path: 'counts' });
    }
    return Object.entries(own).flatMap(([label, count]) => {
      const category = labels.of(labelName(label, given.scale, () => `A label of item ‘${item}’`));
      return count > 0 ? [{ category, count }] : [];
    });
  });
  const { categories, order } = ordered(labels, given);
  const rated = rows.flatMap((row, index) => (row.length > 0 ? [index] : []));
  return {
    categories,
    ...profilesOf(
      rated.map((index) =>
        (rows[index] ?? [])
          .map(({ category, count }) => ({ category: order[category] ?? 0, count }))
          .toSorted((one, other) => one.category - other.category),
      ),
    ),
    items: rated.map((index) => items.names[index] ?? ''),
    annotators: null,
    byItem: null,
    dropped: { ratings: 0, items: rows.length - rated.length },
  };
}

interface Indices {
  readonly names: readonly string[];
  readonly of: (name: string) => number;
}

/** Numbers names in the order in which they come. */
function indices(): Indices {
  const names: string[] = [];
  const known = new Map<string, number>();
  return {
    names,
    of(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      known.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}

/** The categories, and for each label as it came its place among them. */
function ordered(labels: Indices, given: LabelAgreementInput): { categories: LabelCategories; order: number[] } {
  const categories = labelCategories(labels.names, given);
  const places = new Map(categories.names.map((label, index) => [label, index]));
  return { categories, order: labels.names.map((label) => places.get(label) ?? 0) };
}

function countedCategories(ratings: readonly CodedRating[]): RatedCategory[] {
  const counts = new Map<number, number>();
  for (const { category } of ratings) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .map(([category, count]) => ({ category, count }))
    .toSorted((one, other) => one.category - other.category);
}

function profilesOf(rows: readonly (readonly RatedCategory[])[]): {
  profiles: RatingProfile[];
  profileOf: number[];
} {
  const known = new Map<string, number>();
  const profiles: { cells: readonly RatedCategory[]; items: number }[] = [];
  const profileOf = rows.map((cells) => {
    const key = cells.map(({ category, count }) => `${category}:${count}`).join(' ');
    const index = known.get(key) ?? profiles.length;
    const profile = (profiles[index] ??= { cells, items: 0 });
    profile.items += 1;
    known.set(key, index);
    return index;
  });
  return { profiles, profileOf };
}
