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
    const list = valueAt(results, key);
    const rows = (Array.isArray(list) ? list : []).filter((row) => isRecord(row));
    if (rows.length === 0) return [];
    return [
      {
        title,
        columns: columns.map(({ label, kind }) => ({ label, isText: kind === 'text' })),
        rows: rows.map((row) =>
          columns.map((column) => {
            const value = valueAt(row, column.key);
            return column.kind === 'text' ? textOf(value) : shownResult(value, column.kind) || '–';
          }),
        ),
      },
    ];
  });
}

const IN_MILLISECONDS: ReadonlyMap<ResultKind, number> = new Map([
  ['seconds', 1000],
  ['milliseconds', 1],
  ['minutes', 60_000],
]);

/** A number as its kind is written; '' for what is not defined. */
export function shownResult(value: unknown, kind: ResultKind): string {
  if (Array.isArray(value))
    return shownEnds(value.map((end) => shownResult(end, kind === 'range' ? 'number' : 'share')));
  if (typeof value !== 'number') return '';
  if (kind === 'share') return formatPercentage(value, 'sentence');
  if (kind === 'nines') return formatPercentage(Number(value.toPrecision(6)), 'table');
  const unit = IN_MILLISECONDS.get(kind);
  if (unit !== undefined) return formatDuration(unit * value, 'sentence');
  return formatNumber(value, kind === 'count' ? 'table' : 'sentence');
}

/** An end that is not there is '': the interval goes on. */
function shownEnds([low = '', high = '']: readonly string[]): string {
  if (low === '' || high === '') return low === '' ? (high === '' ? '' : `up to ${high}`) : `from ${low} on`;
  return `${low} to ${high}`;
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

/** The value at a key, where a dot leads into an object or a list. */
export function valueAt(values: Readonly<Record<string, unknown>>, key: string): unknown {
  let value: unknown = values;
  for (const part of key.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }
  return value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
