'use client';

import type { KeyboardEvent } from 'react';
import { controlLook } from '#components/ui/control-look.ts';
import type { TextField } from '#lib/domain/worksheets/definition.ts';
import { boxText } from './answer-state.ts';
import { Room } from './room.tsx';
import type { ControlProps } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';

/** One line that may be long: the box grows, so that all of it can be seen, but takes no line breaks. */
export function LongLineBox({ field, path, id, describedBy, label }: ControlProps<TextField>) {
  const editing = useEditing();
  const value = boxText(useDraftValue(path));
  const write = (typed: string) => {
    const line = typed.replaceAll(/\s*\n\s*/g, ' ');
    editing.set(path, line === '' ? null : line);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
  };
  return (
    <>
      <textarea
        id={id}
        value={value}
        rows={1}
        aria-label={label}
        aria-describedby={describedBy}
        readOnly={editing.locked !== null}
        maxLength={field.maxLength}
        autoComplete="off"
        onChange={(event) => write(event.target.value)}
        onBlur={editing.leave}
        onKeyDown={onKeyDown}
        className={controlLook('block field-sizing-content min-h-9 resize-none py-1.5 pointer-coarse:py-2.5')}
      />
      <Room length={value.length} limit={field.maxLength} />
    </>
  );
}
