/** A column that pasted cells can go into. */
export interface PasteColumn {
  readonly key: string;
  readonly label: string;
}

export interface PastedRows {
  /** For each pasted column the field it fills, or null where nothing fits. */
  readonly columns: readonly (PasteColumn | null)[];
  readonly rows: readonly (readonly string[])[];
  readonly headed: boolean;
}

/**
 * Reads rows copied from a spreadsheet: tab-separated, a cell with line breaks in double quotes. Where the first row
 * names at least two columns (or the only one) of the list it is taken as the heading; otherwise cells go into the
 * columns from `from` on. Null means that this is ordinary text and no table.
 */
export function readPastedRows(text: string, columns: readonly PasteColumn[], from = 0): PastedRows | null {
  const rows = cells(text).filter((row) => row.some((cell) => cell !== ''));
  const [first] = rows;
  if (first === undefined || (rows.length === 1 && first.length === 1)) return null;
  const named = first.map((cell) => columns.find((column) => sameName(cell, column)) ?? null);
  const hits = named.filter((column) => column !== null).length;
  const headed = rows.length > 1 && hits >= Math.min(2, first.length);
  if (headed) return { columns: named, rows: rows.slice(1), headed };
  const width = Math.max(...rows.map((row) => row.length));
  return { columns: Array.from({ length: width }, (_, index) => columns[from + index] ?? null), rows, headed };
}

function sameName(cell: string, column: PasteColumn): boolean {
  const name = plain(cell);
  return name !== '' && (name === plain(column.label) || name === plain(column.key));
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '');
}

function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character === '"' && text[index + 1] === '"') index += 1;
      else if (character === '"') {
        quoted = false;
        continue;
      }
      cell += character;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t') endCell();
    else if (character === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (character !== '\r') cell += character;
  }
  endCell();
  rows.push(row);
  return rows;
}
