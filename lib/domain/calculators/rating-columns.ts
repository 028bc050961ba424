import { AppError } from '../errors.ts';
import { NameTable } from './name-table.ts';
import { type NumberColumn, floatColumn, wholeColumn } from './number-column.ts';

type Name = string | number;

/** Of a rating without a label. */
const NO_LABEL = -1;

/**
 * Ratings, or counts of them, in columns of numbers: the item, the annotator and the label of each by their place among
 * the names. Ten million take 120 megabytes and the letters of the names.
 */
export class RatingColumns {
  readonly items = new NameTable();
  /** Labels as they were given; which of them are the same depends on the scale. */
  readonly labels = new NameTable();
  readonly annotators: NameTable | null;
  readonly #item = wholeColumn();
  readonly #label = wholeColumn();
  readonly #annotator = wholeColumn();
  readonly #count: NumberColumn<Float64Array> | null;

  /** @param of counts tell no annotators apart */
  constructor(of: 'ratings' | 'counts') {
    this.annotators = of === 'ratings' ? new NameTable() : null;
    this.#count = of === 'counts' ? floatColumn() : null;
  }

  get rows(): number {
    return this.#item.length;
  }

  /** @param label null where the annotator gave none */
  addRating(item: Name, annotator: Name, label: Name | null): void {
    this.#item.push(this.items.of(String(item)));
    this.#label.push(label === null ? NO_LABEL : this.labels.of(String(label)));
    this.#annotator.push(label === null ? NO_LABEL : (this.annotators?.of(String(annotator)) ?? 0));
  }

  addCount(item: Name, label: Name, count: number): void {
    this.#item.push(this.items.of(String(item)));
    this.#label.push(this.labels.of(String(label)));
    this.#count?.push(count);
  }

  itemAt(row: number): number {
    return this.#item.at(row);
  }

  /** Below 0 where there is none. */
  labelAt(row: number): number {
    return this.#label.at(row);
  }

  annotatorAt(row: number): number {
    return this.#annotator.at(row);
  }

  /** How often the label was given: 0 where there is none. */
  countAt(row: number): number {
    if (this.#count !== null) return this.#count.at(row);
    return this.labelAt(row) < 0 ? 0 : 1;
  }
}

export function columnsOfRatings(
  ratings: readonly { readonly item: Name; readonly annotator: Name; readonly label: Name | null }[],
): RatingColumns {
  const columns = new RatingColumns('ratings');
  for (const { item, annotator, label } of ratings) columns.addRating(item, annotator, label);
  return columns;
}

/** @throws AppError 'bad-input' for an item that is counted twice */
export function columnsOfCounts(
  counts: readonly { readonly item: Name; readonly counts: Readonly<Record<string, number>> }[],
): RatingColumns {
  const columns = new RatingColumns('counts');
  for (const { item, counts: own } of counts) {
    const before = columns.items.size;
    if (columns.items.of(String(item)) < before) {
      throw new AppError('bad-input', `Item ‘${item}’ is counted twice.`, { path: 'counts' });
    }
    for (const [label, count] of Object.entries(own)) columns.addCount(item, label, count);
  }
  return columns;
}
