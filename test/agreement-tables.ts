import type { CrossCell } from '#lib/domain/stats/cohen-kappa.ts';
import type { RatingProfile } from '#lib/domain/stats/rating-profile.ts';
import { referenceRows } from './reference-rows.ts';

/** Ratings of a reference table with an item a row and an annotator a column; blanks were not rated. */
export function referenceRatings(fileName: string): { item: string; annotator: string; label: string }[] {
  return referenceRows(fileName).flatMap(({ unit = '', ...labels }) =>
    Object.entries(labels)
      .filter(([, label]) => label !== '')
      .map(([annotator, label]) => ({ item: unit, annotator, label })),
  );
}

/** Counts of a reference table with an item a row and a category a column. */
export function referenceCounts(fileName: string): { item: string; counts: Record<string, number> }[] {
  return referenceRows(fileName).map(({ subject = '', ...counts }) => ({
    item: subject,
    counts: Object.fromEntries(Object.entries(counts).map(([label, count]) => [label, Number(count)])),
  }));
}

/** A cross table of two annotators. */
export function referenceCells(fileName: string): { categories: number; cells: CrossCell[] } {
  // Names that are numbers come first in an object, so the heading of the first column is told by its name.
  const rows = referenceRows(fileName).map((row) =>
    Object.entries(row).flatMap(([name, items]) => (name === 'rater1\\rater2' ? [] : [Number(items)])),
  );
  const cells = rows.flatMap((row, first) => row.map((items, second) => ({ first, second, items })));
  return { categories: rows.length, cells: cells.filter(({ items }) => items > 0) };
}

/** One item a row of counts. */
export function profilesOf(counts: readonly (readonly number[])[]): RatingProfile[] {
  return counts.map((row) => ({
    items: 1,
    cells: row.flatMap((count, category) => (count > 0 ? [{ category, count }] : [])),
  }));
}
