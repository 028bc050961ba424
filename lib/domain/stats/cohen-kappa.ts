import { type AgreementWeights, agreementWeight, meanAgreement } from './agreement-weights.ts';
import type { Agreement } from './chance-corrected-agreement.ts';

/** Items to which the first annotator gave one category and the second another or the same. */
export interface CrossCell {
  readonly first: number;
  readonly second: number;
  readonly items: number;
}

/**
 * Cohen's kappa of two annotators, with or without weights.
 *
 * @param table items that both have rated, by the indices of their categories; may be shares of items in place of counts
 * @param categories how many were on offer: only the weights depend on it
 * @param weights how much neighbours count as agreeing
 * @returns value and standard error null where chance alone agrees always
 * @throws RangeError for an empty table
 *
 * Complexity: O(cells + categories), with weights O(cells + categories²).
 * Source: Cohen 1960 and 1968; the large-sample standard error is that of Fleiss, Cohen and Everitt 1969.
 */
export function cohenKappa(table: readonly CrossCell[], categories: number, weights: AgreementWeights): Agreement {
  const rows = Array.from({ length: categories }, () => 0);
  const columns = Array.from({ length: categories }, () => 0);
  const n = table.reduce((sum, { items }) => sum + items, 0);
  if (!(n > 0)) throw new RangeError('cohenKappa needs an item that both have rated');
  let observed = 0;
  for (const { first, second, items } of table) {
    rows[first] = (rows[first] ?? 0) + items / n;
    columns[second] = (columns[second] ?? 0) + items / n;
    observed += (items / n) * agreementWeight(weights, first, second, categories);
  }
  const byRow = meanAgreement(weights, columns);
  const byColumn = meanAgreement(weights, rows);
  const expected = rows.reduce((sum, share, index) => sum + share * (byRow[index] ?? 0), 0);
  if (1 - expected < 1e-12) return { observed, expected, value: null, standardError: null };
  const value = (observed - expected) / (1 - expected);
  let squares = 0;
  for (const { first, second, items } of table) {
    const drawn = (byRow[first] ?? 0) + (byColumn[second] ?? 0);
    squares += (items / n) * (agreementWeight(weights, first, second, categories) - drawn * (1 - value)) ** 2;
  }
  const variance = squares - (value - expected * (1 - value)) ** 2;
  return { observed, expected, value, standardError: Math.sqrt(Math.max(0, variance) / n) / (1 - expected) };
}
