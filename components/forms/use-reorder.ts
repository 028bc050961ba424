'use client';

import { useState, type PointerEvent } from 'react';
import { useEditing } from './editing.ts';
import { followedAt } from './grid-order.ts';
import { late } from './late.tsx';
import type { DraftItem } from './list-items.ts';

const drag = late(async () => (await import('./drag-row.ts')).dragRow);

/** Moves the items of a list, each time as one edit, and tells people who do not see it where an item is now. */
export function useReorder(path: string, items: readonly DraftItem[], names: readonly string[]) {
  const editing = useEditing();
  const [said, setSaid] = useState('');
  /** @returns whether the item has moved */
  const move = (from: number, to: number): boolean => {
    const item = items[from];
    if (item === undefined || editing.locked !== null || to < 0 || to >= items.length) return false;
    const ids = items.map(({ id }) => id);
    editing.move(`${path}.${item.id}`, followedAt(ids, from, to));
    editing.leave();
    setSaid(`${names[from] ?? ''} is now ${to + 1} of ${items.length}.`);
    return true;
  };
  const onPointerDown = (event: PointerEvent) => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-handle]') : null;
    if (handle === null || event.button !== 0) return;
    // Otherwise the press would select words, and take the focus from the box that is written in.
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    drag.fetch().then(
      (dragRow) => dragRow(handle, event.pointerId, move),
      () => undefined,
    );
  };
  return { move, onPointerDown, said };
}
