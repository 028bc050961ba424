'use client';

import Link from 'next/link';
import { memo, type ReactNode } from 'react';
import type { JsonObject } from '#lib/domain/json.ts';
import type { ListField } from '#lib/domain/worksheets/definition.ts';
import { useEditing } from './editing.ts';
import { headingOf, wordsOf } from './item-words.ts';
import type { DraftItem } from './list-items.ts';
import { RowMenuButton } from './row-menu-button.tsx';

interface ItemLinksProps {
  readonly list: ListField;
  readonly path: string;
  readonly items: readonly DraftItem[];
  readonly names: readonly string[];
  readonly menu: string;
  readonly onMenu: (itemId: string, button: HTMLElement) => void;
  readonly renderMarks: ((itemPath: string) => ReactNode) | undefined;
}

/** The items where there is no room for a grid: rows of two lines, each leading to the item's page. */
export function ItemLinks({ list, path, items, names, menu, onMenu, renderMarks }: ItemLinksProps) {
  const editing = useEditing();
  const say = list.summary
    .filter((key) => key !== list.nameField)
    .flatMap((key) => {
      const field = list.fields[key];
      if (field === undefined) return [];
      const words = wordsOf(field, (path) => editing.valueAt(path));
      // Of a yes alone nobody could tell what it is about.
      const about = field.kind === 'yes-no' ? `${headingOf(field)}: ` : '';
      return [(value: JsonObject) => (words(value[key]) === '' ? '' : `${about}${words(value[key])}`)];
    });
  return (
    <ul className="border-t border-hairline sm:hidden">
      {items.map((item, index) => {
        const itemPath = `${path}.${item.id}`;
        const rest = say.map((words) => words(item.value)).filter((words) => words !== '');
        return (
          <ItemLink
            key={item.id}
            href={editing.itemHref(itemPath)}
            itemPath={itemPath}
            itemId={item.id}
            name={names[index] ?? ''}
            rest={rest.join(' · ')}
            menu={menu}
            onMenu={onMenu}
            renderMarks={renderMarks}
          />
        );
      })}
    </ul>
  );
}

interface ItemLinkProps extends Pick<ItemLinksProps, 'menu' | 'onMenu' | 'renderMarks'> {
  readonly href: string;
  readonly itemPath: string;
  readonly itemId: string;
  readonly name: string;
  readonly rest: string;
}

/** Drawn again only when it says something else: a list may have a hundred, and somebody types in one of them. */
const ItemLink = memo(function ItemLink({
  href,
  itemPath,
  itemId,
  name,
  rest,
  menu,
  onMenu,
  renderMarks,
}: ItemLinkProps) {
  return (
    <li className="relative flex items-center gap-2 border-b border-hairline">
      <Link
        prefetch={false}
        href={href}
        className="flex min-h-11 min-w-0 flex-1 items-center py-2 before:absolute before:inset-0"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{name}</span>
          {rest === '' ? null : <span className="block truncate text-t-1 text-ink-2">{rest}</span>}
        </span>
      </Link>
      <span className="relative flex items-center">
        {renderMarks?.(itemPath)}
        <RowMenuButton menu={menu} name={name} itemId={itemId} onMenu={onMenu} />
      </span>
    </li>
  );
});
