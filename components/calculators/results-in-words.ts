import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';

import type { CalculatorView, ResultKind } from './view.ts';

/** A list among the results, in words. */
export interface Listing {
  readonly title: string;
  readonly columns: readonly { readonly label: string; readonly isText: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** The lists that a result holds, those without rows left out. */
export function listingsOf({ listings = [] }: CalculatorView, results: Readonly<Record<string, unknown>>): Listing[] {
  return listings.flatMap(({ key, title, columns }) => {
    const list = results[key];
    const rows = (Array.isArray(list) ? list : []).filter((row) => isRecord(row));
    if (rows.length === 0) return [];
    return [
      {
        title,
        columns: columns.map(({ label, kind }) => ({ label, isText: kind === 'text' })),
        rows: rows.map((row) =>
          columns.map((column) => {
            const value = row[column.key];
            return column.kind === 'text' ? textOf(value) : shownResult(value, column.kind) || '–';
          }),
        ),
      },
    ];
  });
}

/** A number as its kind is written; '' for what is not defined. */
export function shownResult(value: unknown, kind: ResultKind): string {
  if (Array.isArray(value)) {
    return value.map((end) => shownResult(end, kind === 'range' ? 'number' : 'share')).join(' to ');
  }
  if (typeof value !== 'number') return '';
  if (kind === 'share') return formatPercentage(value, 'sentence');
  if (kind === 'seconds') return formatDuration(1000 * value, 'sentence');
  return formatNumber(value, kind === 'count' ? 'table' : 'sentence');
}

/** Counts by name are written as '3 × yes, 1 × no'. */
function textOf(value: unknown): string {
  if (!isRecord(value)) return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return Object.entries(value)
    .map(([name, count]) => `${String(count)} × ${name}`)
    .join(', ');
}

export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** The value at a key, where a dot leads into an object. */
export function valueAt(values: Readonly<Record<string, unknown>>, key: string): unknown {
  const [head = '', rest] = key.split('.');
  const value = values[head];
  if (rest === undefined) return value;
  return isRecord(value) ? value[rest] : undefined;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
