'use client';

import Link from 'next/link';
import type { RefObject } from 'react';
import { MenuList } from '#components/ui/menu.tsx';
import type { ListField } from '#lib/domain/worksheets/definition.ts';
import { useEditing } from './editing.ts';
import { newItemId, type DraftItem } from './list-items.ts';
import { RemoveItem, useRemoval } from './remove-item.tsx';

interface RowMenuProps {
  /** Of the popover that the buttons of all rows open. */
  readonly id: string;
  readonly list: ListField;
  readonly path: string;
  readonly items: readonly DraftItem[];
  readonly names: readonly string[];
  /** The row whose button was pressed. */
  readonly row: number;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onMove: (from: number, to: number) => void;
}

/** What can be done with an item. There is one menu for all rows, since a list may have a hundred. */
export function RowMenu({ id, list, path, items, names, row, anchor, onMove }: RowMenuProps) {
  const editing = useEditing();
  const item = items[row];
  const itemPath = `${path}.${item?.id ?? ''}`;
  // The row goes with its cursor: the next stop is what adds one.
  const removal = useRemoval(itemPath, list.itemNoun, () => document.getElementById(`${path}.box`)?.focus());
  if (item === undefined) return <MenuList id={id} anchor={anchor} items={[]} />;
  const locked = editing.locked ?? undefined;
  const first = locked ?? (row === 0 ? 'This is the first.' : undefined);
  const last = locked ?? (row === items.length - 1 ? 'This is the last.' : undefined);
  const duplicate = () => editing.insert(path, { ...item.value, id: newItemId(list.itemNoun, items) }, item.id);
  return (
    <>
      <MenuList
        id={id}
        anchor={anchor}
        align="end"
        as={Link}
        items={[
          { label: `Open ${list.itemNoun}`, href: editing.itemHref(itemPath) },
          { label: 'Duplicate', onSelect: duplicate, disabledReason: locked },
          { label: 'Move up', onSelect: () => onMove(row, row - 1), disabledReason: first },
          { label: 'Move down', onSelect: () => onMove(row, row + 1), disabledReason: last },
          { label: 'Move to top', onSelect: () => onMove(row, 0), disabledReason: first },
          { label: 'Delete', onSelect: removal.ask, disabledReason: locked, danger: true },
        ]}
      />
      <RemoveItem removal={removal} name={names[row] ?? ''} />
    </>
  );
}
