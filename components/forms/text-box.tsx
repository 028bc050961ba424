'use client';

import { useId, useRef, type KeyboardEvent } from 'react';
import type { DateField, LinkField, MarkdownField, PersonField, TextField } from '#lib/domain/worksheets/definition.ts';
import { readLeaf } from '#lib/domain/worksheets/read-leaf.ts';
import { limits } from '#lib/domain/limits.ts';
import { controlLook } from '#components/ui/control-look.ts';
import { boxText } from './answer-state.ts';
import { boxHeight, cellLook, type ControlProps } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';
import { Room } from './room.tsx';

type LineField = TextField | MarkdownField | PersonField | LinkField | DateField;

const INPUT_TYPES = { text: 'text', markdown: 'text', person: 'text', link: 'url', date: 'date' } as const;

/** One line: text, a person, a link, a date. */
export function TextBox({ field, path, id, describedBy, cell = false, label }: ControlProps<LineField>) {
  const editing = useEditing();
  const value = boxText(useDraftValue(path));
  const before = useRef<string | null>(null);
  const suggestions = useId();
  const suggests = field.kind === 'person' && editing.people.length > 0;
  const limit = longest(field);

  const write = (text: string) => {
    if (text === '') editing.set(path, null);
    else editing.set(path, readLeaf(field, text).state === 'unreadable' ? { unreadable: text } : text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !cell || before.current === null) return;
    if (before.current !== value) write(before.current);
  };

  return (
    <>
      <input
        id={id}
        type={INPUT_TYPES[field.kind]}
        value={value}
        aria-label={label}
        aria-describedby={describedBy}
        readOnly={editing.locked !== null}
        maxLength={limit}
        list={suggests ? suggestions : undefined}
        tabIndex={cell ? -1 : undefined}
        autoComplete="off"
        onFocus={() => {
          before.current = value;
        }}
        onChange={(event) => write(event.target.value)}
        onBlur={editing.leave}
        onKeyDown={onKeyDown}
        className={controlLook(cell ? cellLook : boxHeight, field.kind === 'date' && !cell && 'max-w-48')}
      />
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

function longest(field: LineField): number {
  if (field.kind === 'text' || field.kind === 'markdown') return field.maxLength;
  return field.kind === 'link' ? limits.linkLength : limits.lineLength;
}
