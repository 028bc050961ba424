'use client';

import { useId } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { controlLook } from '#components/ui/control-look.ts';
import { boxHeight, cellLook, cellWordsLook, type ControlProps } from './control.ts';
import { useEditing } from './editing.ts';
import { useLine, type LineField } from './line-value.ts';
import { Room } from './room.tsx';

const INPUT_TYPES = { text: 'text', markdown: 'text', person: 'text', link: 'url', date: 'date' } as const;

/** The button beside a date shows itself when the row is come to. */
const DATE_IN_CELL =
  'pr-1! [&::-webkit-calendar-picker-indicator]:opacity-0 group-focus-within/row:[&::-webkit-calendar-picker-indicator]:opacity-60 group-hover/row:[&::-webkit-calendar-picker-indicator]:opacity-60';

/** One line: text, a person, a link, a date. */
export function TextBox({ field, path, id, describedBy, cell = false, label }: ControlProps<LineField>) {
  const editing = useEditing();
  const { value, limit, write, ...box } = useLine(field, path, cell);
  const suggestions = useId();
  const suggests = field.kind === 'person' && editing.people.length > 0;
  // An input cuts off what is longer than a cell is wide: the words stand there whole until it is edited.
  const words = cell && field.kind === 'person';

  const input = (
    <input
      {...box}
      id={id}
      type={INPUT_TYPES[field.kind]}
      value={value}
      aria-label={label}
      aria-describedby={describedBy}
      maxLength={limit}
      list={suggests ? suggestions : undefined}
      tabIndex={cell ? -1 : undefined}
      autoComplete="off"
      onChange={(event) => write(event.target.value)}
      className={controlLook(
        cell ? cellLook : boxHeight,
        words && 'absolute inset-0 h-full! opacity-0 focus:opacity-100',
        field.kind === 'date' && (cell ? DATE_IN_CELL : 'max-w-48'),
      )}
    />
  );
  return (
    <>
      {words ? (
        <span className="group/words relative grid">
          <span
            aria-hidden
            className={classNames(
              cellWordsLook,
              'group-focus-within/words:invisible',
              !box.readOnly && 'group-hover/words:border-ink-2',
            )}
          >
            {value}
          </span>
          {input}
        </span>
      ) : (
        input
      )}
      {suggests ? (
        <datalist id={suggestions}>
          {editing.people.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      ) : null}
      {cell ? null : <Room length={value.length} limit={limit} />}
    </>
  );
}
