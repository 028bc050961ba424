import { AppError } from '../errors.ts';
import { type BoundColumn, type ColumnMap, boundColumns, formFor } from './bound-columns.ts';
import { csvReader } from './csv-reader.ts';
import { LARGEST_COUNT } from './largest-count.ts';
import type { Cell, RowCollector, TableInput, TableRow } from './table-input.ts';

export interface ReadTable {
  /** Key of the input that the table fills, and its value. */
  readonly key: string;
  readonly value: unknown;
  /** The columns said all that there was to check, so that no schema has to look at the value. */
  readonly isChecked: boolean;
  /** The columns that were used, and those of the table that were not. */
  readonly used: ColumnMap;
  readonly unused: readonly string[];
  /** How many there are, and the cells of the first, in the order of `used`. */
  readonly rows: number;
  readonly first: readonly (readonly Cell[])[];
}

export interface TableReader {
  readonly push: (piece: string) => void;
  /** Rows read so far. */
  readonly rows: () => number;
  /** @throws AppError 'bad-input' for a table without a heading, and for what is not closed */
  readonly end: () => ReadTable;
}

/** What is being read once the heading is known. */
interface Opened {
  readonly heading: readonly string[];
  readonly form: TableInput;
  readonly columns: readonly BoundColumn[];
  readonly collector: RowCollector;
}

const FIRST = 5;
/** Rows of a form that does not collect them: beyond what the schema of any such input allows. */
const MOST_KEPT = 10_000;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Reads a CSV file into an input of a calculator. Of several forms the one is taken whose columns the heading has. Each
 * row is handed to the form's collector and forgotten.
 *
 * @param forms what the calculator takes, at least one
 * @param map names where the table's differ from the calculator's; spaces around names and cells do not count
 * @throws AppError 'bad-input' that names row and column, or the column that is missing
 */
export function tableReader(forms: readonly TableInput[], map: ColumnMap): TableReader {
  let opened: Opened | undefined;
  let rows = 0;
  const first: Cell[][] = [];
  const cells: Cell[] = [];
  const { push, end } = csvReader((texts, row) => {
    if (opened === undefined) {
      opened = openedBy(texts, forms, map);
      return;
    }
    const { heading, columns, collector } = opened;
    if (texts.length !== heading.length) throw raggedRow(row, texts.length, heading.length);
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place];
      if (column !== undefined) cells[place] = readCell(column, texts[column.at] ?? '', row);
    }
    collector.add(cells);
    rows += 1;
    if (rows <= FIRST) first.push(cells.filter((_, place) => isPresent(columns[place])));
  });
  return {
    push,
    rows: () => rows,
    end() {
      end();
      if (opened === undefined) {
        throw new AppError('bad-input', 'The table is empty: its first row names the columns.');
      }
      const { heading, form, columns, collector } = opened;
      const present = columns.filter((column) => isPresent(column));
      return {
        key: form.key,
        value: collector.end(),
        isChecked: form.collect !== undefined,
        used: Object.fromEntries(present.map(({ column, heading: name }) => [column.name, name])),
        unused: heading.filter((_, index) => !present.some(({ at }) => at === index)),
        rows,
        first,
      };
    },
  };
}

function openedBy(texts: readonly string[], forms: readonly TableInput[], map: ColumnMap): Opened {
  const heading = texts.map((text) => text.trim());
  const form = formFor(forms, map, heading);
  const collector = form.collect === undefined ? rowKeeper(form) : form.collect();
  return { heading, form, columns: boundColumns(form, map, heading), collector };
}

/** For the forms of small tables: keeps the rows, by the names of their columns. */
function rowKeeper({ key, columns, gather }: TableInput): RowCollector {
  const rows: TableRow[] = [];
  return {
    add(cells) {
      if (rows.length === MOST_KEPT) {
        throw new AppError('bad-input', `The table has more than 10,000 rows, and ${key} are never so many.`);
      }
      rows.push(Object.fromEntries(columns.map(({ name }, place) => [name, cells[place] ?? null])));
    },
    end: () => (gather === undefined ? rows : gather(rows)),
  };
}

function isPresent(column: BoundColumn | undefined): boolean {
  return column !== undefined && column.at >= 0;
}

function raggedRow(row: number, cells: number, columns: number): AppError {
  const has = cells === 1 ? '1 cell' : `${cells} cells`;
  return new AppError('bad-input', `Row ${row} has ${has}, and the heading has ${columns}.`, {
    row,
    column: Math.min(cells, columns) + 1,
  });
}

function readCell({ column, at, heading }: BoundColumn, cell: string, row: number): Cell {
  const text = cell.trim();
  if (text === '') {
    if (column.optional === true) return null;
    throw badCell(row, at, heading, 'is empty');
  }
  if (column.kind === 'text') return text;
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  const holds = `holds ‘${text.slice(0, 40)}’, which is not`;
  if (!Number.isFinite(value)) throw badCell(row, at, heading, `${holds} a number`);
  if (column.kind === 'count' && !(Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT)) {
    throw badCell(row, at, heading, `${holds} a whole number from 0 to a trillion`);
  }
  return value;
}

function badCell(row: number, at: number, heading: string, what: string): AppError {
  return new AppError('bad-input', `Row ${row}, column ‘${heading}’ ${what}.`, { row, column: at + 1 });
}
