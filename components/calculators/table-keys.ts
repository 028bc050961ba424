import { limits } from '#lib/domain/limits.ts';

import type { Texts } from './view.ts';

/** The boxes of a calculator that takes rows: the rows, and which column is which. */
export const TABLE = 'table';
export const COLUMNS = 'columns';

/** What was understood of pasted rows, to be looked at. */
export interface TablePreview {
  readonly rows: number;
  /** The calculator's names of the columns, with those of the table. */
  readonly columns: readonly { readonly name: string; readonly heading: string }[];
  readonly unused: readonly string[];
  /** The first rows, in the order of the columns; '' where a cell is empty. */
  readonly first: readonly (readonly string[])[];
}

/** Whether an address can carry the texts: rows are often too many. */
export function fitsAddress(texts: Texts): boolean {
  return (texts[TABLE] ?? '').length <= limits.linkLength;
}
