/** One column that a calculator reads from a table. */
export interface TableColumn {
  readonly name: string;
  /**
   * A number is read as written in files, 1.5 or 1e3: what a comma means there is nobody's to guess. A count is a whole
   * one of 0 or more.
   */
  readonly kind: 'text' | 'number' | 'count';
  /** An empty cell, or a table without the column, is null. */
  readonly optional?: true;
}

export type Cell = string | number | null;

/** A row as read: cells by the name of their column. */
export type TableRow = Readonly<Record<string, Cell>>;

/** Takes the rows of a table one by one and keeps of each only what the calculator needs. */
export interface RowCollector {
  /** @param cells in the order of the columns; the list is filled anew for every row */
  readonly add: (cells: readonly Cell[]) => void;
  readonly end: () => unknown;
}

/** How the rows of a table become one input of a calculator. */
export interface TableInput {
  /** Key of the input. */
  readonly key: string;
  readonly columns: readonly TableColumn[];
  /** Makes the input's value out of the rows, for tables of a few; without it the rows are the value. */
  readonly gather?: (rows: readonly TableRow[]) => unknown;
  /**
   * For tables of millions, in place of `gather`. The value need not be JSON and is not looked at by the schema of the
   * input, where the key is optional: the columns say all that has to be checked.
   */
  readonly collect?: () => RowCollector;
  /** The way back, for a form with either: an input’s value, as JSON has it, as rows that can be written. */
  readonly scatter?: (value: unknown) => unknown;
}
