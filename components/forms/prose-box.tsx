'use client';

import { useLayoutEffect, useRef } from 'react';
import type { MarkdownField } from '#lib/domain/worksheets/definition.ts';
import { controlLook } from '#components/ui/control-look.ts';
import { boxText } from './answer-state.ts';
import type { ControlProps } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';
import { latePart } from './late.tsx';
import { Room } from './room.tsx';

const ProseImages = latePart(async () => (await import('./prose-images.tsx')).ProseImages);

/** Long text: a box that grows, in the face and at the measure of reading. Markdown marks stay visible. */
export function ProseBox({ field, path, id, describedBy, label }: ControlProps<MarkdownField>) {
  const editing = useEditing();
  const value = boxText(useDraftValue(path));
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = useRef(value);

  // Text that someone else has changed must not throw the cursor to the end.
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || typed.current === value || document.activeElement !== element) return;
    const { selectionStart, selectionEnd } = element;
    const shift = shiftBefore(typed.current, value, selectionStart);
    typed.current = value;
    element.setSelectionRange(selectionStart + shift, selectionEnd + shift);
  }, [value]);

  const write = (text: string) => {
    typed.current = text;
    editing.set(path, text === '' ? null : text);
  };

  return (
    <>
      <textarea
        ref={area}
        id={id}
        value={value}
        rows={2}
        spellCheck
        aria-label={label}
        aria-describedby={describedBy}
        readOnly={editing.locked !== null}
        maxLength={field.maxLength}
        onChange={(event) => write(event.target.value)}
        onBlur={editing.leave}
        className={controlLook('field-sizing-content min-h-18 resize-none px-3 py-2 font-serif text-t-3!')}
      />
      {editing.locked === null ? (
        // Its control comes late, and has its room before.
        <div className="screen-only -mb-2 min-h-6 pointer-coarse:min-h-11">
          <ProseImages area={area} value={value} limit={field.maxLength} onWrite={write} />
        </div>
      ) : null}
      <Room length={value.length} limit={field.maxLength} />
    </>
  );
}

/** By how much the text before the cursor has grown: nothing where the change begins behind it. */
function shiftBefore(before: string, after: string, cursor: number): number {
  let same = 0;
  while (same < cursor && before[same] === after[same]) same += 1;
  return same >= cursor ? 0 : after.length - before.length;
}
