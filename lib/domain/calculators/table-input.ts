/** One column that a calculator reads from a table. */
export interface TableColumn {
  readonly name: string;
  /** A number is read as written in files, 1.5 or 1e3: what a comma means there is nobody's to guess. */
  readonly kind: 'text' | 'number';
  /** An empty cell, or a table without the column, is null. */
  readonly optional?: true;
}

/** A row as read: cells by the name of their column. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** How the rows of a table become one input of a calculator. */
export interface TableInput {
  /** Key of the input. */
  readonly key: string;
  readonly columns: readonly TableColumn[];
  /** Makes the input's value out of the rows; without it the rows are the value. */
  readonly gather?: (rows: readonly TableRow[]) => unknown;
  /** The way back, for a form with `gather`: an input’s value as rows that can be written; [] for what is none. */
  readonly scatter?: (value: unknown) => readonly object[];
}
