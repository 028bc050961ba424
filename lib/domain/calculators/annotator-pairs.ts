import { type CrossCell, cohenKappa } from '../stats/cohen-kappa.ts';
import type { LabelAgreementOutput } from './label-agreement-contract.ts';
import type { RatingsByItem } from './ratings-by-item.ts';

/** The items that two annotators have both rated, as a cross table. */
export interface AnnotatorPair {
  readonly a: number;
  readonly b: number;
  readonly table: readonly CrossCell[];
}

/** Every two annotators who share an item, in the order of the annotators. Complexity: O(Σ ratings of an item²). */
export function annotatorPairs(
  { starts, annotators, categories }: RatingsByItem,
  categoriesInAll: number,
): AnnotatorPair[] {
  const pairs = new Map<number, { a: number; b: number; cells: Map<number, number> }>();
  const most = annotators.reduce((highest, annotator) => Math.max(highest, annotator), 0) + 1;
  for (let item = 0; item < starts.length - 1; item += 1) {
    const [start, end] = [starts[item] ?? 0, starts[item + 1] ?? 0];
    for (let one = start; one < end; one += 1) {
      for (let other = start; other < end; other += 1) {
        const [a, b] = [annotators[one] ?? 0, annotators[other] ?? 0];
        if (a >= b) continue;
        let pair = pairs.get(a * most + b);
        if (pair === undefined) {
          pair = { a, b, cells: new Map() };
          pairs.set(a * most + b, pair);
        }
        const cell = (categories[one] ?? 0) * categoriesInAll + (categories[other] ?? 0);
        pair.cells.set(cell, (pair.cells.get(cell) ?? 0) + 1);
      }
    }
  }
  return [...pairs.values()]
    .toSorted((one, other) => one.a - other.a || one.b - other.b)
    .map(({ a, b, cells }) => ({
      a,
      b,
      table: [...cells].map(([cell, items]) => ({
        first: Math.floor(cell / categoriesInAll),
        second: cell % categoriesInAll,
        items,
      })),
    }));
}

/** Agreement of each two annotators on the items of both. */
export function pairwiseAgreement(
  pairs: readonly AnnotatorPair[],
  annotators: readonly string[],
  categories: number,
): LabelAgreementOutput['pairwise'] {
  return pairs.map(({ a, b, table }) => {
    const { observed, value } = cohenKappa(table, categories, 'identity');
    return {
      a: annotators[a] ?? '',
      b: annotators[b] ?? '',
      items: table.reduce((sum, { items }) => sum + items, 0),
      percentAgreement: observed,
      cohenKappa: value,
    };
  });
}
