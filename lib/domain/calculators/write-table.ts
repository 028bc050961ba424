import type { TableInput } from './table-input.ts';

/**
 * The text of a table, as `tableReader` reads it: columns that no row fills are left out.
 *
 * @param rows by the names of the form's columns; what is no row of it gives a table without rows
 */
export function tableText({ columns }: TableInput, rows: unknown): string {
  const known = Array.isArray(rows) ? rows.filter((row) => isRecord(row)) : [];
  const used = columns.filter(
    ({ name, optional }) => optional !== true || known.some((row) => (row[name] ?? null) !== null),
  );
  const lines = [used.map(({ name }) => name), ...known.map((row) => used.map(({ name }) => cellText(row[name])))];
  return lines.map((cells) => cells.map((cell) => quoted(cell)).join(',')).join('\n');
}

function cellText(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
