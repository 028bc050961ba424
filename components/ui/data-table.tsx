/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Safari forgets that a table is one as soon as a style changes the display of its parts; the roles remind it. */
import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  /** The header in plain words, where it is a link. */
  readonly label?: string;
  /** Of the column that the rows are ordered by. */
  readonly sorted?: 'ascending' | 'descending';
  readonly render: (row: Row) => ReactNode;
  /** Numbers stand to the right, so that their digits align. */
  readonly align?: 'start' | 'end';
  /**
   * Where the value goes when the screen is narrower than 640 px and each row becomes two lines. The first column is
   * always the first line; `second` follows under it, `aside` stands at the right of the first line, `hidden` is left out.
   */
  readonly narrow?: 'second' | 'aside' | 'hidden';
  /** Puts the header before the value on the second line, where the value alone would not say what it is. */
  readonly narrowLabel?: boolean;
}

interface DataTableProps<Row> {
  /** Names the table to screen readers. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Rows that follow each other with the same answer stand under it as their heading. */
  readonly groupOf?: (row: Row) => string;
  /** Shown in place of the table when there are no rows. */
  readonly empty: ReactNode;
  readonly compact?: boolean;
}

/** Rows and columns from 640 px on; below that, a list of two-line rows that remains a table to screen readers. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, groupOf, empty } = props;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div className="sm:overflow-x-auto">
      <table role="table" className="w-full border-collapse border-b border-hairline max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                aria-sort={column.sorted}
                className={classNames(
                  'border-b border-edge px-2 py-1.5 text-t-1 font-semibold whitespace-nowrap text-ink-2 first:pl-0 last:pr-0',
                  column.align === 'end' ? 'text-right' : 'text-left',
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(rows, groupOf).map(({ heading, members }) => (
          <tbody key={heading ?? ''} role="rowgroup" className="max-sm:block">
            {heading === undefined ? null : (
              <tr role="row" className="max-sm:block">
                <th
                  role="rowheader"
                  scope="rowgroup"
                  colSpan={columns.length}
                  className="border-b border-hairline pt-6 pb-1 text-left font-serif text-t-4 max-sm:block"
                >
                  {heading}
                </th>
              </tr>
            )}
            {members.map((row) => (
              <DataRow key={props.rowKey(row)} {...props} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface Group<Row> {
  readonly heading: string | undefined;
  readonly members: readonly Row[];
}

function groupsOf<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined): readonly Group<Row>[] {
  if (groupOf === undefined) return [{ heading: undefined, members: rows }];
  return Array.from(Map.groupBy(rows, groupOf), ([heading, members]) => ({ heading, members }));
}

function DataRow<Row>({ row, columns, compact = false }: DataTableProps<Row> & { readonly row: Row }) {
  return (
    <tr
      role="row"
      className={classNames(
        'relative border-b border-hairline last:border-b-0 max-sm:flex max-sm:flex-wrap max-sm:items-baseline max-sm:gap-x-3 max-sm:py-2',
        // What comes before it in order stays on the first line, what comes after begins the second.
        "max-sm:before:order-2 max-sm:before:h-0 max-sm:before:basis-full max-sm:before:content-['']",
        'has-[a.row-link]:hover:bg-accent-soft',
      )}
    >
      {columns.map((column, index) => (
        <DataCell key={column.key} column={column} first={index === 0} compact={compact}>
          {column.render(row)}
        </DataCell>
      ))}
    </tr>
  );
}

interface DataCellProps<Row> {
  readonly column: Column<Row>;
  readonly first: boolean;
  readonly compact: boolean;
  readonly children: ReactNode;
}

const NARROW = {
  second: 'max-sm:order-3 max-sm:text-t-1 max-sm:text-ink-2',
  aside: 'max-sm:order-1 max-sm:ml-auto',
  hidden: 'max-sm:sr-only',
} as const;

function DataCell<Row>({ column, first, compact, children }: DataCellProps<Row>) {
  return (
    <td
      role={first ? 'rowheader' : 'cell'}
      className={classNames(
        'align-middle first:pl-0 last:pr-0 sm:px-2 max-sm:p-0',
        compact ? 'sm:h-7.5' : 'sm:h-9',
        column.align === 'end' ? 'sm:text-right' : 'text-left',
        first ? 'max-sm:min-w-0 max-sm:flex-1 max-sm:font-semibold' : NARROW[column.narrow ?? 'second'],
      )}
    >
      {column.narrowLabel ? <span className="sm:hidden">{column.label ?? column.header} </span> : null}
      {children}
    </td>
  );
}
