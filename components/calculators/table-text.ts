import type { Calculator } from '#lib/domain/calculators/calculator.ts';
import { readColumnMap, tableReader } from '#lib/domain/calculators/read-table.ts';
import { tableText } from '#lib/domain/calculators/write-table.ts';

import { COLUMNS, TABLE, type TablePreview } from './table-keys.ts';
import type { Texts } from './view.ts';

export interface TableOfTexts {
  readonly key: string;
  readonly value: unknown;
  readonly preview: TablePreview;
}

const FIRST = 5;

/**
 * @returns null where no rows were given
 * @throws AppError 'bad-input' that names row and column, or the column that is missing
 */
export function tableOfTexts({ tables = [] }: Calculator, texts: Texts): TableOfTexts | null {
  const text = texts[TABLE] ?? '';
  if (text.trim() === '' || tables.length === 0) return null;
  const reader = tableReader(tables, readColumnMap(texts[COLUMNS] ?? ''));
  reader.push(text);
  const { key, value, used, unused, rows } = reader.end();
  const columns = Object.entries(used).map(([name, heading]) => ({ name, heading }));
  return {
    key,
    value,
    preview: {
      rows: rows.length,
      columns,
      unused,
      first: rows.slice(0, FIRST).map((row) => columns.map(({ name }) => String(row[name] ?? ''))),
    },
  };
}

/** The rows of an input as a person would paste them, in the first form that can be written. */
export function textOfTable({ tables = [] }: Calculator, input: Readonly<Record<string, unknown>>): string {
  const form = tables.find(
    ({ key, gather, scatter }) => input[key] !== undefined && (gather === undefined || scatter !== undefined),
  );
  if (form === undefined) return '';
  return tableText(form, form.scatter === undefined ? input[form.key] : form.scatter(input[form.key]));
}
