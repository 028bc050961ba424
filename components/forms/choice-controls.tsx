'use client';

import type { ChangeEvent } from 'react';
import type { ChoiceField, ChoicesField, Options, YesNoField } from '#lib/domain/worksheets/definition.ts';
import { classNames } from '#components/ui/class-names.ts';
import { Select } from '#components/ui/select-field.tsx';
import { draftAnswer } from './answer-state.ts';
import { CellSelect } from './cell-select.tsx';
import { boxHeight, type ControlProps } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';

const NOTHING = { value: '', label: '' };

function choicesOf(options: Options): { value: string; label: string }[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}

/** One of several: the browser's own list. */
export function ChoiceBox({ field, path, id, describedBy, cell = false, label }: ControlProps<ChoiceField>) {
  const editing = useEditing();
  const answer = draftAnswer(useDraftValue(path));
  const value = answer.state === 'answered' && typeof answer.value === 'string' ? answer.value : '';
  const choices = choicesOf(field.options);
  const known = value === '' || choices.some((choice) => choice.value === value);
  const select = {
    id,
    value,
    'aria-label': label,
    'aria-describedby': describedBy,
    disabled: editing.locked !== null,
    choices: [NOTHING, ...choices, ...(known ? [] : [{ value, label: `${value} (no longer a choice)` }])],
    onChange: ({ target }: ChangeEvent<HTMLSelectElement>) =>
      editing.set(path, target.value === '' ? null : target.value),
    onBlur: editing.leave,
  };
  return cell ? (
    <CellSelect {...select} />
  ) : (
    <div className="max-w-104">
      <Select {...select} className={boxHeight} />
    </div>
  );
}

/** Several of several, in the order of the definition. */
export function ChoicesBox({ field, path, id, describedBy }: ControlProps<ChoicesField>) {
  const editing = useEditing();
  const answer = draftAnswer(useDraftValue(path));
  const chosen = answer.state === 'answered' && Array.isArray(answer.value) ? answer.value.map(String) : [];
  const choices = choicesOf(field.options);
  const toggle = (value: string, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((other) => other !== value);
    editing.set(path, next.length === 0 ? null : next);
    editing.leave();
  };
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4">
      {choices.map((choice, index) => (
        <label key={choice.value} className="flex min-h-7.5 items-center gap-2 pointer-coarse:min-h-11">
          <input
            id={index === 0 ? id : undefined}
            type="checkbox"
            aria-describedby={describedBy}
            checked={chosen.includes(choice.value)}
            disabled={editing.locked !== null}
            onChange={(event) => toggle(choice.value, event.target.checked)}
            className="size-4 shrink-0"
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}

const YES_NO = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No' },
] as const;

/** Two buttons; pressing the chosen one again leaves the question open. */
export function YesNoBox({ path, id, describedBy, cell = false, label }: ControlProps<YesNoField>) {
  const editing = useEditing();
  const answer = draftAnswer(useDraftValue(path));
  const chosen = answer.state === 'answered' ? answer.value : undefined;
  const choose = (value: boolean) => {
    if (editing.locked !== null) return;
    editing.set(path, chosen === value ? null : value);
    editing.leave();
  };
  return (
    <div role="group" aria-label={label} className={classNames('flex items-start', cell && 'px-1 py-1.25')}>
      {YES_NO.map(({ value, label: word }, index) => (
        <button
          key={word}
          id={index === 0 ? id : undefined}
          type="button"
          tabIndex={cell ? -1 : undefined}
          aria-pressed={chosen === value}
          aria-describedby={describedBy}
          aria-disabled={editing.locked !== null || undefined}
          onClick={() => choose(value)}
          className={classNames(
            'touch-target border first:rounded-l-control last:-ml-px last:rounded-r-control focus-visible:z-1',
            cell ? 'h-6.5 px-2 text-t-1' : 'h-9 min-w-18 px-4',
            chosen === value
              ? 'relative border-accent bg-accent-soft font-semibold text-ink'
              : 'border-edge text-ink-2 hover:text-accent',
          )}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
