import { AppError } from '../errors.ts';
import { nearestName } from '../stats/nearest-name.ts';
import { csvReader } from './csv-reader.ts';
import type { TableColumn, TableInput, TableRow } from './table-input.ts';

/** Names of the table's columns by the names that the calculator has for them. */
export type ColumnMap = Readonly<Record<string, string>>;

export interface ReadTable {
  /** Key of the input that the table fills, and its value. */
  readonly key: string;
  readonly value: unknown;
  /** The columns that were used, and those of the table that were not. */
  readonly used: ColumnMap;
  readonly unused: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableReader {
  readonly push: (piece: string) => void;
  /** @throws AppError 'bad-input' for a table without a heading, and for what is not closed */
  readonly end: () => ReadTable;
}

/** A column of the calculator and where it stands in the table; −1 where an optional one is absent. */
interface Bound {
  readonly column: TableColumn;
  readonly at: number;
  readonly heading: string;
  /** One string for equal cells: a million rows repeat a few names. */
  readonly known: Map<string, string>;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Reads a CSV file into an input of a calculator. Of several forms the one is taken whose columns the heading has.
 *
 * @param forms what the calculator takes, at least one
 * @param map names where the table's differ from the calculator's; spaces around names and cells do not count
 * @throws AppError 'bad-input' that names row and column, or the column that is missing
 */
export function tableReader(forms: readonly TableInput[], map: ColumnMap): TableReader {
  let heading: readonly string[] | undefined;
  let form: TableInput | undefined;
  let bound: readonly Bound[] = [];
  const rows: TableRow[] = [];
  const { push, end } = csvReader((cells, row) => {
    if (heading === undefined) {
      heading = cells.map((cell) => cell.trim());
      form = formFor(forms, map, heading);
      bound = boundColumns(form, map, heading);
      return;
    }
    if (cells.length !== heading.length) throw raggedRow(row, cells.length, heading.length);
    const read: Record<string, string | number | null> = {};
    for (const each of bound) read[each.column.name] = readCell(each, cells[each.at] ?? '', row);
    rows.push(read);
  });
  return {
    push,
    end() {
      end();
      if (heading === undefined || form === undefined) {
        throw new AppError('bad-input', 'The table is empty: its first row names the columns.');
      }
      const present = bound.filter(({ at }) => at >= 0);
      return {
        key: form.key,
        value: form.gather === undefined ? rows : form.gather(rows),
        used: Object.fromEntries(present.map(({ column, heading: name }) => [column.name, name])),
        unused: heading.filter((_, index) => !present.some(({ at }) => at === index)),
        rows,
      };
    },
  };
}

/**
 * Reads `item=unit,label="the, label"`, as it is given on the command line.
 *
 * @throws AppError 'bad-input' for what has no equals sign or comes twice
 */
export function readColumnMap(text: string): ColumnMap {
  const map: Record<string, string> = {};
  for (const [, name = '', heading] of text.matchAll(/((?:"[^"]*"|[^,"=])*)(?:=((?:"[^"]*"|[^,"])*))?(?:,|$)/g)) {
    const key = name.trim();
    if (key === '' && heading === undefined) continue;
    if (key === '' || heading === undefined) {
      throw new AppError('bad-input', `‘${text}’ is no list of columns: write name=column,name=column.`);
    }
    if (Object.hasOwn(map, key)) throw new AppError('bad-input', `The column for ${key} is given twice.`);
    map[key] = heading.replaceAll('"', '').trim();
  }
  return map;
}

/** The form that knows every name of the map and finds the most of its columns, the first of equals. */
function formFor(forms: readonly TableInput[], map: ColumnMap, heading: readonly string[]): TableInput {
  const known = forms.flatMap(({ columns }) => columns.map(({ name }) => name));
  const stranger = Object.keys(map).find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const near = nearestName(stranger, known);
    const wayOut = near === undefined ? `Known are ${[...new Set(known)].join(', ')}.` : `Did you mean ${near}?`;
    throw new AppError('bad-input', `No column is read for ‘${stranger}’. ${wayOut}`, { path: stranger });
  }
  const score = ({ columns }: TableInput): number => {
    const names = columns.map(({ name }) => name);
    const found = columns.filter(({ name }) => heading.includes(map[name] ?? name)).length;
    const missing = columns.filter((column) => column.optional !== true).length > found;
    const fits = Object.keys(map).every((name) => names.includes(name));
    return (fits ? 1000 : 0) + (missing ? 0 : 100) + found;
  };
  const best = forms.toSorted((one, other) => score(other) - score(one))[0];
  if (best === undefined) throw new AppError('internal', 'A table was read for a calculator that takes none.');
  return best;
}

function boundColumns({ columns }: TableInput, map: ColumnMap, heading: readonly string[]): Bound[] {
  return columns.map((column) => {
    const wanted = map[column.name] ?? column.name;
    const at = heading.indexOf(wanted);
    if (at < 0 && (column.optional !== true || Object.hasOwn(map, column.name))) {
      throw missingColumn(column.name, wanted, heading);
    }
    const again = at < 0 ? -1 : heading.indexOf(wanted, at + 1);
    if (again >= 0) {
      throw new AppError('bad-input', `Columns ${at + 1} and ${again + 1} are both called ‘${wanted}’.`, {
        row: 1,
        column: again + 1,
      });
    }
    return { column, at, heading: wanted, known: new Map() };
  });
}

function missingColumn(name: string, wanted: string, heading: readonly string[]): AppError {
  const near = nearestName(wanted, heading);
  const forWhat = name === wanted ? '' : ` for ${name}`;
  const wayOut = near === undefined ? `Its columns are ${heading.join(', ')}.` : `Did you mean ${near}?`;
  return new AppError('bad-input', `The table has no column ‘${wanted}’${forWhat}. ${wayOut}`, { path: name });
}

function raggedRow(row: number, cells: number, columns: number): AppError {
  const has = cells === 1 ? '1 cell' : `${cells} cells`;
  return new AppError('bad-input', `Row ${row} has ${has}, and the heading has ${columns}.`, {
    row,
    column: Math.min(cells, columns) + 1,
  });
}

function readCell({ column, at, heading, known }: Bound, cell: string, row: number): string | number | null {
  const text = cell.trim();
  if (text === '') {
    if (column.optional === true) return null;
    throw badCell(row, at, heading, 'is empty');
  }
  if (column.kind === 'number') {
    const value = NUMBER.test(text) ? Number(text) : Number.NaN;
    if (Number.isFinite(value)) return value;
    throw badCell(row, at, heading, `holds ‘${text.slice(0, 40)}’, which is not a number`);
  }
  const before = known.get(text);
  if (before !== undefined) return before;
  known.set(text, text);
  return text;
}

function badCell(row: number, at: number, heading: string, what: string): AppError {
  return new AppError('bad-input', `Row ${row}, column ‘${heading}’ ${what}.`, { row, column: at + 1 });
}
