import { type CrossCell, cohenKappa } from '../stats/cohen-kappa.ts';
import type { CodedRating } from './coded-ratings.ts';
import type { LabelAgreementOutput } from './label-agreement-contract.ts';

/** The items that two annotators have both rated, as a cross table. */
export interface AnnotatorPair {
  readonly a: number;
  readonly b: number;
  readonly table: readonly CrossCell[];
}

/** Every two annotators who share an item, in the order of the annotators. Complexity: O(Σ ratings of an item²). */
export function annotatorPairs(byItem: readonly (readonly CodedRating[])[], categories: number): AnnotatorPair[] {
  const pairs = new Map<string, { a: number; b: number; cells: Map<number, number> }>();
  for (const ratings of byItem) {
    for (const one of ratings) {
      for (const other of ratings) {
        if (one.annotator >= other.annotator) continue;
        const key = `${one.annotator} ${other.annotator}`;
        let pair = pairs.get(key);
        if (pair === undefined) {
          pair = { a: one.annotator, b: other.annotator, cells: new Map() };
          pairs.set(key, pair);
        }
        const cell = one.category * categories + other.category;
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
        first: Math.floor(cell / categories),
        second: cell % categories,
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
