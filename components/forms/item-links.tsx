'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ListField } from '#lib/domain/worksheets/definition.ts';
import { cellWords } from './cell-words.ts';
import { useEditing } from './editing.ts';
import { itemName, type DraftItem } from './list-items.ts';
import { RowMenuButton } from './row-menu-button.tsx';

interface ItemLinksProps {
  readonly list: ListField;
  readonly path: string;
  readonly items: readonly DraftItem[];
  readonly menu: string;
  readonly onMenu: (itemId: string, button: HTMLElement) => void;
  readonly renderMarks: ((itemPath: string) => ReactNode) | undefined;
}

/** The items where there is no room for a grid: rows of two lines, each leading to the item's page. */
export function ItemLinks({ list, path, items, menu, onMenu, renderMarks }: ItemLinksProps) {
  const editing = useEditing();
  return (
    <ul className="border-t border-hairline sm:hidden">
      {items.map((item, index) => {
        const itemPath = `${path}.${item.id}`;
        const rest = list.summary
          .filter((key) => key !== list.nameField)
          .flatMap((key) => {
            const field = list.fields[key];
            const words = field === undefined ? '' : cellWords(field, item.value[key]);
            return words === '' ? [] : [words];
          });
        return (
          <li key={item.id} className="relative flex items-center gap-2 border-b border-hairline">
            <Link
              prefetch={false}
              href={editing.itemHref(itemPath)}
              className="flex min-h-11 min-w-0 flex-1 items-center py-2 before:absolute before:inset-0"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-semibold">{itemName(list, item, index)}</span>
                {rest.length === 0 ? null : (
                  <span className="block truncate text-t-1 text-ink-2">{rest.join(' · ')}</span>
                )}
              </span>
            </Link>
            <span className="relative flex items-center">
              {renderMarks?.(itemPath)}
              <RowMenuButton menu={menu} name={itemName(list, item, index)} itemId={item.id} onMenu={onMenu} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
