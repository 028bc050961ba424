'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { placeBeside } from '#components/ui/place-beside.ts';
import { foundChoices, type FoundChoice } from './found-choices.ts';
import type { NamedChoice } from './reference-choices.ts';

interface ReferenceSearchProps {
  /** What is referred to: 'component'. */
  readonly noun: string;
  readonly choices: readonly NamedChoice[];
  /** The chosen one; empty for none. */
  readonly value: string;
  /** What was typed to open it. */
  readonly typed: string;
  /** The box that it stands at. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onChoose: (choice: FoundChoice) => void;
  readonly onClose: () => void;
}

/**
 * The items of a long list, found by a part of their name; what is not there can be added. A combobox with a list of
 * options, as the command palette is one: the focus stays in the box, arrows move, Enter chooses, Esc closes.
 */
export function ReferenceSearch({ noun, choices, value, typed, anchor, onChoose, onClose }: ReferenceSearchProps) {
  const listId = useId();
  const layer = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(typed);
  const found = foundChoices(choices, text, { noun, value });
  const chosen = found.findIndex((choice) => choice.kind === 'item' && choice.value === value);
  const [active, setActive] = useState(Math.max(chosen, 0));
  const closed = useRef(onClose);

  useEffect(() => {
    const element = layer.current;
    if (element === null) return;
    const onToggle = () => {
      if (!element.matches(':popover-open')) closed.current();
    };
    element.addEventListener('toggle', onToggle);
    element.showPopover();
    element.querySelector('input')?.focus();
    return () => element.removeEventListener('toggle', onToggle);
  }, []);
  useEffect(() => {
    if (layer.current !== null) placeBeside(layer.current, anchor.current, 'start');
  });
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no way to end an effect.
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  const choose = (choice: FoundChoice | undefined) => {
    if (choice === undefined) return;
    // Closing gives the focus back to the box that the answer goes into.
    layer.current?.hidePopover();
    onChoose(choice);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Tab leaves: the list closes, and the key does what it does at the box.
    if (event.key === 'Tab') {
      layer.current?.hidePopover();
      return;
    }
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(found[active]);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={layer}
      popover="auto"
      className="fixed inset-auto m-0 max-h-80 w-72 max-w-[calc(100vw-1rem)] flex-col rounded-control border border-edge bg-sheet text-ink shadow-overlay open:flex"
    >
      <input
        role="combobox"
        aria-label={`Find a ${noun}`}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={choices.length === 0 ? 'Name the first one' : 'Part of a name'}
        value={text}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="h-9 shrink-0 border-b border-hairline bg-transparent px-3 text-t-2 outline-none pointer-coarse:h-11"
      />
      <div id={listId} role="listbox" aria-label="What was found" className="min-h-0 overflow-y-auto p-1">
        {found.map((choice, index) => (
          // The keyboard chooses from the box, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
          <div
            key={`${choice.kind} ${choice.value}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseMove={index === active ? undefined : () => setActive(index)}
            onClick={() => choose(choice)}
            className={classNames(
              'flex min-h-8 cursor-pointer items-center rounded-control border-l-2 px-2 py-1 pointer-coarse:min-h-11',
              index === active ? 'border-accent bg-accent-soft' : 'border-transparent',
              choice.kind === 'item' ? null : 'text-ink-2',
              choice.kind === 'item' && choice.value === value && 'font-semibold',
            )}
          >
            <span className="min-w-0">{choice.label}</span>
          </div>
        ))}
      </div>
      {found.length > 0 ? null : (
        <p className="px-3 pb-2 text-t-1 text-ink-2">There is no {noun} yet. Type a name to add one.</p>
      )}
      <p role="status" className="sr-only">
        {found.length === 1 ? '1 found' : `${found.length} found`}
      </p>
    </div>
  );
}
