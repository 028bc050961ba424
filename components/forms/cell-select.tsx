'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Choices, type Choice } from '#components/ui/select-field.tsx';
import { cellWordsLook } from './control.ts';

type CellSelectProps = Omit<ComponentProps<'select'>, 'children' | 'size' | 'className' | 'value'> & {
  readonly value: string;
  readonly choices: readonly Choice[];
};

/**
 * The browser's own list in a cell. A closed list shows one line and cuts it off; so what is chosen stands there as
 * ordinary words, and the list lies over them unseen.
 */
export function CellSelect({ choices, value, ...select }: CellSelectProps) {
  const invalid = select['aria-invalid'] === true;
  return (
    <span className="group/select relative grid has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent">
      <span
        aria-hidden
        className={classNames(
          cellWordsLook,
          'pr-5',
          select.disabled ? null : 'group-hover/select:border-ink-2',
          invalid && 'border-error! text-error',
        )}
      >
        {choices.find((choice) => choice.value === value)?.label}
      </span>
      {select.disabled ? null : (
        <Icon
          of={ChevronDown}
          className="pointer-events-none absolute top-2.5 right-0.5 text-ink-3 opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 pointer-coarse:top-3.5 pointer-coarse:opacity-100"
        />
      )}
      <select
        {...select}
        value={value}
        tabIndex={-1}
        className="absolute inset-0 size-full cursor-pointer appearance-none text-t-2 opacity-0"
      >
        <Choices choices={choices} />
      </select>
    </span>
  );
}
