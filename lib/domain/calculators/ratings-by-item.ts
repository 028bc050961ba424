import type { RatingColumns } from './rating-columns.ts';

/** The ratings item after item, and those of one item in the order in which they came. */
export interface RatingsByItem {
  /** Where the ratings of each item begin, and, one entry more, where the last ones end. */
  readonly starts: Int32Array;
  readonly categories: Int32Array;
  /** How often each was given; empty for ratings, which count once. */
  readonly counts: Float64Array;
  /** Empty where only counts are known. */
  readonly annotators: Int32Array;
}

/**
 * @param categoryOf the category of each label
 *
 * Complexity: O(ratings + items), by counting and no sort. Source: Knuth, The Art of Computer Programming, 5.2, algorithm D.
 */
export function ratingsByItem(columns: RatingColumns, categoryOf: ArrayLike<number>): RatingsByItem {
  const { rows } = columns;
  const starts = new Int32Array(columns.items.size + 1);
  for (let row = 0; row < rows; row += 1) {
    const after = columns.itemAt(row) + 1;
    if (columns.countAt(row) > 0) starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let item = 1; item < starts.length; item += 1) starts[item] = (starts[item] ?? 0) + (starts[item - 1] ?? 0);
  const ratings = starts.at(-1) ?? 0;
  const categories = new Int32Array(ratings);
  const counts = new Float64Array(columns.annotators === null ? ratings : 0);
  const annotators = new Int32Array(columns.annotators === null ? 0 : ratings);
  const next = starts.slice();
  for (let row = 0; row < rows; row += 1) {
    const count = columns.countAt(row);
    if (count === 0) continue;
    const item = columns.itemAt(row);
    const place = next[item] ?? 0;
    next[item] = place + 1;
    categories[place] = categoryOf[columns.labelAt(row)] ?? 0;
    if (columns.annotators === null) counts[place] = count;
    else annotators[place] = columns.annotatorAt(row);
  }
  return { starts, categories, counts, annotators };
}
