'use client';

import { GripVertical } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import type { Echo } from './control.ts';
import { GridCell } from './grid-cell.tsx';
import type { GridColumn } from './grid-columns.ts';
import type { Cell } from './grid-keys.ts';
import { RowMenuButton } from './row-menu-button.tsx';

interface ListRowProps {
  readonly columns: readonly GridColumn[];
  readonly itemPath: string;
  readonly itemId: string;
  readonly name: string;
  readonly row: number;
  /** The column of the cell that Tab leads to, where it is in this row. */
  readonly active: number | null;
  /** Whether the row can be dragged. */
  readonly movable: boolean;
  readonly menu: string;
  readonly onActive: (cell: Cell) => void;
  readonly onEcho: (path: string, echo: Echo) => void;
  readonly onMenu: (itemId: string, button: HTMLElement) => void;
  readonly renderMarks: ((itemPath: string) => ReactNode) | undefined;
}

/**
 * One item: its cells, its marks, its menu, and in the margin the handle by which it is moved. Its cells hear of their own
 * answers, so that somebody who types in one row of a hundred has no other row drawn again.
 */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { columns, itemPath, itemId, name, row, active, movable, menu, onActive, onEcho, onMenu, renderMarks } = props;
  const cellProps = (column: number) => ({
    role: 'gridcell',
    'data-row': row,
    'data-column': column,
    tabIndex: active === column ? 0 : -1,
    onFocusCapture: () => onActive({ row, column }),
  });
  return (
    <div
      role="row"
      className="group/row relative flex border-b border-hairline hover:bg-accent-soft/40 data-dragged:bg-accent-soft data-dragged:opacity-60"
    >
      {movable ? <Handle /> : null}
      {columns.map((column, index) => (
        <div
          key={column.key}
          {...cellProps(index)}
          id={`${itemPath}.${column.key}`}
          data-field={`${itemPath}.${column.key}`}
          className={classNames('grid min-w-0 scroll-mt-36 grid-cols-1 focus-visible:-outline-offset-2', column.size)}
        >
          <GridCell column={column} itemPath={itemPath} onEcho={onEcho} />
        </div>
      ))}
      <div
        {...cellProps(columns.length)}
        className="flex w-13 shrink-0 scroll-mt-36 items-start justify-end py-0.75 focus-visible:-outline-offset-2"
      >
        {renderMarks?.(itemPath)}
        <RowMenuButton menu={menu} name={name} itemId={itemId} onMenu={onMenu} />
      </div>
    </div>
  );
});

/** For a hand with a mouse or on glass; the keyboard moves a row with Alt and an arrow, and the menu does too. */
function Handle() {
  return (
    <span
      aria-hidden
      data-handle
      className="absolute inset-y-0 -left-6 flex w-6 cursor-grab touch-none items-start justify-center pt-2.5 text-ink-3 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 hover:text-ink active:cursor-grabbing pointer-coarse:opacity-100"
    >
      <Icon of={GripVertical} />
    </span>
  );
}
