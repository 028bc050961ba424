import { AppError } from '../errors.ts';
import { nearestName } from '../stats/nearest-name.ts';
import type { TableColumn, TableInput } from './table-input.ts';

/** Names of the table's columns by the names that the calculator has for them. */
export type ColumnMap = Readonly<Record<string, string>>;

/** A column of the calculator and where it stands in the table; −1 where an optional one is absent. */
export interface BoundColumn {
  readonly column: TableColumn;
  readonly at: number;
  readonly heading: string;
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
export function formFor(forms: readonly TableInput[], map: ColumnMap, heading: readonly string[]): TableInput {
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

/** @throws AppError 'bad-input' for a column that the heading lacks, or has twice */
export function boundColumns({ columns }: TableInput, map: ColumnMap, heading: readonly string[]): BoundColumn[] {
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
    return { column, at, heading: wanted };
  });
}

function missingColumn(name: string, wanted: string, heading: readonly string[]): AppError {
  const near = nearestName(wanted, heading);
  const forWhat = name === wanted ? '' : ` for ${name}`;
  const wayOut = near === undefined ? `Its columns are ${heading.join(', ')}.` : `Did you mean ${near}?`;
  return new AppError('bad-input', `The table has no column ‘${wanted}’${forWhat}. ${wayOut}`, { path: name });
}
