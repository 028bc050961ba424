import { readFileSync } from 'node:fs';

/** One row of a reference table: column name to text. */
export type ReferenceRow = Readonly<Record<string, string>>;

/** Rows of a CSV file in reference-data, by RFC 4180: quoted cells may hold commas and doubled quotes. */
export function referenceRows(fileName: string): ReferenceRow[] {
  const text = readFileSync(new URL(`reference-data/${fileName}`, import.meta.url), 'utf8');
  const [header = [], ...lines] = text.trim().split(/\r?\n/).map(cellsOf);
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

/** A column that must be there and must be a number. */
export function numberIn(row: ReferenceRow, column: string): number {
  const text = row[column];
  if (text === undefined || text === '' || Number.isNaN(Number(text))) {
    throw new Error(`Column ${column} of the reference row is not a number: ${JSON.stringify(row)}`);
  }
  return Number(text);
}

/** The numbers of the `inputs_json` column, by name. */
export function inputsIn(row: ReferenceRow): Readonly<Record<string, number>> {
  const parsed: unknown = JSON.parse(row['inputs_json'] ?? '{}');
  const entries: [string, unknown][] = Object.entries(parsed ?? {});
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

function cellsOf(line: string): string[] {
  const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return cells.map((cell) => {
    const bare = cell.replace(/,$/, '');
    return bare.startsWith('"') ? bare.slice(1, -1).replaceAll('""', '"') : bare;
  });
}
