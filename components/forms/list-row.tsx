'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { Json } from '#lib/domain/json.ts';
import type { Field, ListField } from '#lib/domain/worksheets/definition.ts';
import { draftAnswer } from './answer-state.ts';
import { cellWords } from './cell-words.ts';
import type { Echo } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';
import { FieldControl } from './field-control.tsx';
import type { Cell } from './grid-keys.ts';
import { itemName, newItemId, type DraftItem } from './list-items.ts';
import { RemoveItem, useRemoval } from './remove-item.tsx';

export interface GridColumn {
  readonly key: string;
  readonly field: Field;
}

interface ListRowProps {
  readonly list: ListField;
  readonly columns: readonly GridColumn[];
  readonly path: string;
  readonly items: readonly DraftItem[];
  readonly row: number;
  readonly active: Cell;
  readonly onActive: (cell: Cell) => void;
  readonly onEcho: (path: string, echo: Echo) => void;
  readonly marks: ReactNode;
}

/** One item: its cells, its marks, the way to its page, and its menu. */
export function ListRow({ list, columns, path, items, row, active, onActive, onEcho, marks }: ListRowProps) {
  const item = items[row];
  if (item === undefined) return null;
  const itemPath = `${path}.${item.id}`;
  const cellProps = (column: number) => ({
    role: 'gridcell',
    'data-row': row,
    'data-column': column,
    tabIndex: active.row === row && active.column === column ? 0 : -1,
    onFocusCapture: () => onActive({ row, column }),
  });
  return (
    <tr className="border-b border-hairline last:border-b-0 hover:bg-accent-soft/40">
      {columns.map((column, index) => (
        <td
          key={column.key}
          {...cellProps(index)}
          id={`${itemPath}.${column.key}`}
          data-field={`${itemPath}.${column.key}`}
          className="p-0 align-middle"
        >
          <GridCell column={column} itemPath={itemPath} onEcho={onEcho} />
        </td>
      ))}
      <td {...cellProps(columns.length)} className="p-0 align-middle">
        <span className="flex items-center justify-end">
          {marks}
          <RowMenu list={list} path={path} items={items} row={row} />
        </span>
      </td>
    </tr>
  );
}

function GridCell({
  column,
  itemPath,
  onEcho,
}: {
  column: GridColumn;
  itemPath: string;
  onEcho: (path: string, echo: Echo) => void;
}) {
  const editing = useEditing();
  const cellPath = `${itemPath}.${column.key}`;
  const value = useDraftValue(cellPath);
  const elsewhere = shownElsewhere(column.field, value);
  if (elsewhere === null && column.field.kind !== 'list' && column.field.kind !== 'group') {
    return (
      <FieldControl
        cell
        field={column.field}
        path={cellPath}
        id={`${cellPath}.box`}
        label={column.field.label}
        onEcho={(echo) => onEcho(cellPath, echo)}
      />
    );
  }
  return (
    <Link
      prefetch={false}
      href={`${editing.itemHref(itemPath)}#${cellPath}`}
      tabIndex={-1}
      className="block truncate px-1.5 py-1 text-ink-2 hover:text-accent"
    >
      {elsewhere}
    </Link>
  );
}

/** Words for an answer that a cell cannot hold; it is changed on the item's page. Null where the cell can. */
function shownElsewhere(field: Field, value: Json | undefined): string | null {
  const { state } = draftAnswer(value);
  const long = field.kind === 'markdown' && typeof value === 'string' && value.includes('\n');
  const elsewhere = field.kind === 'list' || field.kind === 'group' || field.kind === 'choices' || long;
  if (!elsewhere && state !== 'unknown' && state !== 'not-applicable') return null;
  return cellWords(field, value) || '–';
}

function RowMenu({ list, path, items, row }: Pick<ListRowProps, 'list' | 'path' | 'items' | 'row'>) {
  const editing = useEditing();
  const item = items[row];
  const itemPath = `${path}.${item?.id ?? ''}`;
  // The row goes with its cursor: the next stop is what adds one.
  const removal = useRemoval(itemPath, list.itemNoun, () => document.getElementById(`${path}.box`)?.focus());
  if (item === undefined) return null;
  const last = items.length - 1;
  const locked = editing.locked ?? undefined;
  const name = itemName(list, item, row);
  const duplicate = () => editing.insert(path, { ...item.value, id: newItemId(list.itemNoun, items) }, item.id);
  return (
    <>
      <Menu
        label={`Actions for ${name}`}
        trigger={<Icon of={Ellipsis} />}
        size="compact"
        align="end"
        as={Link}
        className="px-1! text-ink-3!"
        items={[
          { label: `Open ${list.itemNoun}`, href: editing.itemHref(itemPath) },
          { label: 'Duplicate', onSelect: duplicate, disabledReason: locked },
          {
            label: 'Move up',
            onSelect: () => editing.move(itemPath, items[row - 2]?.id ?? null),
            disabledReason: locked ?? (row === 0 ? 'This is the first.' : undefined),
          },
          {
            label: 'Move down',
            onSelect: () => editing.move(itemPath, items[row + 1]?.id ?? null),
            disabledReason: locked ?? (row === last ? 'This is the last.' : undefined),
          },
          {
            label: 'Move to top',
            onSelect: () => editing.move(itemPath, null),
            disabledReason: locked ?? (row === 0 ? 'This is the first.' : undefined),
          },
          { label: 'Delete', onSelect: removal.ask, disabledReason: locked, danger: true },
        ]}
      />
      <RemoveItem removal={removal} name={name} />
    </>
  );
}
