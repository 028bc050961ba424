import { readColumnMap } from '#lib/domain/calculators/bound-columns.ts';
import type { Calculator } from '#lib/domain/calculators/calculator.ts';
import { type ReadTable, tableReader } from '#lib/domain/calculators/read-table.ts';
import { tableText } from '#lib/domain/calculators/write-table.ts';

import { COLUMNS, TABLE, type TablePreview } from './table-keys.ts';
import type { Texts } from './view.ts';

/**
 * @returns null where no rows were given
 * @throws AppError 'bad-input' that names row and column, or the column that is missing
 */
export function tableOfTexts({ tables = [] }: Calculator, texts: Texts): ReadTable | null {
  const text = texts[TABLE] ?? '';
  if (text.trim() === '' || tables.length === 0) return null;
  const reader = tableReader(tables, readColumnMap(texts[COLUMNS] ?? ''));
  reader.push(text);
  return reader.end();
}

export function previewOf({ used, unused, rows, first }: ReadTable): TablePreview {
  return {
    rows,
    columns: Object.entries(used).map(([name, heading]) => ({ name, heading })),
    unused,
    first: first.map((cells) => cells.map((cell) => String(cell ?? ''))),
  };
}

/** The rows of an input as a person would paste them, in the first form that can be written. */
export function textOfTable({ tables = [] }: Calculator, input: Readonly<Record<string, unknown>>): string {
  const form = tables.find(
    ({ key, gather, collect, scatter }) =>
      input[key] !== undefined && ((gather === undefined && collect === undefined) || scatter !== undefined),
  );
  if (form === undefined) return '';
  return tableText(form, form.scatter === undefined ? input[form.key] : form.scatter(input[form.key]));
}
