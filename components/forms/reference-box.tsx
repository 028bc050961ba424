'use client';

import {
  useRef,
  useState,
  useSyncExternalStore,
  type ChangeEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type SyntheticEvent,
} from 'react';
import { Select } from '#components/ui/select-field.tsx';
import type { ReferenceField } from '#lib/domain/worksheets/definition.ts';
import { referenceTargets } from '#lib/domain/worksheets/reference-targets.ts';
import { boxText } from './answer-state.ts';
import { CellSelect } from './cell-select.tsx';
import { boxHeight, type ControlProps } from './control.ts';
import { useDraftValue, useEditing, type Editing } from './editing.ts';
import type { FoundChoice } from './found-choices.ts';
import { late, partOf } from './late.tsx';
import { listItems, newItemId } from './list-items.ts';
import { referenceChoices } from './reference-choices.ts';

const search = late(async () => (await import('./reference-search.tsx')).ReferenceSearch);
const ReferenceSearch = partOf(search);

/** Up to here a list is looked over faster than a name is typed. */
const MOST_TO_LOOK_OVER = 8;
/** The choice that asks for the name of a new item. No id holds a space. */
const NEW = 'new item';

/**
 * An item of another list, by its id: renaming keeps the reference, deleting leaves it dangling and visible. The browser's
 * own list stands there; where it is long, or holds nothing yet, a press or a typed letter opens a search in its place.
 */
export function ReferenceBox({ field, path, id, describedBy, cell = false, label }: ControlProps<ReferenceField>) {
  const editing = useEditing();
  const value = boxText(useDraftValue(path));
  const target = referenceTargets[field.target].list;
  const readTarget = () => editing.valueAt(target);
  useSyncExternalStore(editing.subscribe, readTarget, readTarget);
  const box = useRef<HTMLSelectElement>(null);
  const byMouse = useRef(false);
  const [typed, setTyped] = useState<string | null>(null);
  const noun = field.target.replaceAll('-', ' ');
  const choices = referenceChoices(field, editing.valueAt);
  const dangling = value !== '' && !choices.some((choice) => choice.value === value);
  const searched = editing.locked === null && (choices.length === 0 || choices.length > MOST_TO_LOOK_OVER);

  const set = (next: string) => editing.set(path, next === '' ? null : next);
  const choose = ({ kind, value: chosen }: FoundChoice) => {
    set(kind === 'new' ? addItem(editing, target, noun, chosen) : chosen);
    editing.leave();
    // In a grid the answer is given, and arrows lead on.
    if (cell) box.current?.closest<HTMLElement>('[data-row]')?.focus();
  };
  const opens = () => searched && search.now() !== null;
  /** Opens the search instead of what the browser would do; where its code is not there, the browser does that. */
  const open = (event: SyntheticEvent, text: string | null) => {
    if (text === null || !opens()) return;
    event.preventDefault();
    event.stopPropagation();
    box.current?.focus();
    setTyped(text);
  };
  const select = {
    ref: box,
    id,
    value,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': dangling || undefined,
    'data-searched': searched || undefined,
    disabled: editing.locked !== null,
    choices: [
      { value: '', label: choices.length === 0 ? 'Nothing to choose from yet' : '' },
      ...choices,
      ...(dangling ? [{ value, label: `${value} (deleted)` }] : []),
      { value: NEW, label: `New ${noun}…` },
    ],
    // A finger is better served by the browser's list.
    onPointerDown: ({ pointerType, button }: PointerEvent) => {
      byMouse.current = pointerType === 'mouse' && button === 0;
    },
    // The press would open the browser's list; what opens before the button is let go would be closed by that.
    onMouseDown: (event: MouseEvent) => {
      if (byMouse.current && opens()) event.preventDefault();
    },
    onClick: (event: MouseEvent) => open(event, byMouse.current ? '' : null),
    onKeyDown: (event: KeyboardEvent) => open(event, textToOpen(event)),
    onChange: ({ target: { value: next } }: ChangeEvent<HTMLSelectElement>) => {
      if (next !== NEW) set(next);
      else setTyped('');
    },
    onFocus: () => {
      // Without it the browser's list goes on to do.
      search.fetch().catch(() => undefined);
    },
    onBlur: editing.leave,
  };
  return (
    <div className={cell ? 'grid' : 'max-w-104'}>
      {cell ? <CellSelect {...select} /> : <Select {...select} className={boxHeight} />}
      {typed === null ? null : (
        <ReferenceSearch
          noun={noun}
          choices={choices}
          value={value}
          typed={typed}
          anchor={box}
          onChoose={choose}
          onClose={() => setTyped(null)}
        />
      )}
      {dangling && !cell ? (
        <p className="text-t-1 text-error">What this referred to was deleted. Choose another, or clear it.</p>
      ) : null}
    </div>
  );
}

/** What the search begins with after a key at the closed list; null for keys that do not open it. */
function textToOpen({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  if (ctrlKey || metaKey) return null;
  if (altKey) return key === 'ArrowDown' ? '' : null;
  if (key === 'Enter' || key === 'F4' || key === ' ') return '';
  return key.length === 1 ? key : null;
}

/** @returns the id of the new item */
function addItem(editing: Editing, list: string, noun: string, name: string): string {
  const items = listItems(editing.valueAt(list));
  const id = newItemId(noun, items);
  editing.insert(list, { id, name }, items.at(-1)?.id ?? null);
  return id;
}
