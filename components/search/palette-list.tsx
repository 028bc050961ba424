'use client';

import { useEffect } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { PaletteEntry } from './palette-entries.ts';

interface PaletteListProps {
  /** Of the list; its options are numbered after it. */
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly active: number;
  readonly text: string;
  readonly onActive: (index: number) => void;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** What was found, by group; the active option stands out and stays in sight. */
export function PaletteList({ id, entries, active, text, onActive, onChoose }: PaletteListProps) {
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no way to end an effect.
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const numbered = entries.map((entry, index) => ({ entry, index }));
  const groups = [...Map.groupBy(numbered, ({ entry }) => entry.group)];
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label="What was found"
        className="min-h-0 overflow-y-auto overscroll-contain p-1"
      >
        {groups.map(([group, here], number) => (
          <div key={group} role="group" aria-labelledby={`${id}-group-${number}`}>
            <div id={`${id}-group-${number}`} role="presentation" className="px-2 pt-2 pb-0.5 text-t-1 text-ink-3">
              {group}
            </div>
            {here.map(({ entry, index }) => (
              <Option
                key={index}
                id={`${id}-${index}`}
                entry={entry}
                active={index === active}
                onActive={() => onActive(index)}
                onChoose={() => onChoose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length > 0 ? null : (
        <p className="px-3 pb-3 text-ink-2">
          Nothing for ‘{text.trim()}’. Searched projects, fields and worksheets that you may see.
        </p>
      )}
      <p role="status" className="sr-only">
        {entries.length === 1 ? '1 found' : `${entries.length} found`}
      </p>
    </>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly active: boolean;
  readonly onActive: () => void;
  readonly onChoose: () => void;
}

/** Pressed with the mouse or a finger; the keyboard chooses from the box, which keeps the focus. */
function Option({ id, entry: { label, hint }, active, onActive, onChoose }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <div
      id={id}
      role="option"
      aria-selected={active}
      onMouseMove={active ? undefined : onActive}
      onClick={onChoose}
      className={classNames(
        'flex min-h-8 cursor-pointer items-baseline justify-between gap-x-4 rounded-control border-l-2 px-2 py-1 max-sm:flex-col max-sm:justify-center pointer-coarse:min-h-11',
        active ? 'border-accent bg-accent-soft' : 'border-transparent',
      )}
    >
      <bdi className="min-w-0 max-w-full truncate">{label}</bdi>
      {hint === undefined ? null : (
        <>
          <span className="sr-only">, </span>
          <span className="shrink-0 truncate text-t-1 text-ink-2 max-sm:max-w-full sm:max-w-[45%]">{hint}</span>
        </>
      )}
    </div>
  );
}
