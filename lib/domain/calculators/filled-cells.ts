import type { TableRow } from './table-input.ts';

/** The cells of a row that hold something: an empty one is a key that was not given. */
export function filledCells(row: TableRow): Record<string, string | number> {
  const filled: Record<string, string | number> = {};
  for (const [name, cell] of Object.entries(row)) if (cell !== null) filled[name] = cell;
  return filled;
}
