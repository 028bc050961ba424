'use client';

import { useLayoutEffect, useRef, useState, type DragEvent } from 'react';
import { imageMarkdown } from '#lib/domain/images/image-markdown.ts';
import type { MarkdownField } from '#lib/domain/worksheets/definition.ts';
import { controlLook } from '#components/ui/control-look.ts';
import { AddImage } from './add-image.tsx';
import { boxText } from './answer-state.ts';
import type { ControlProps } from './control.ts';
import { useDraftValue, useEditing } from './editing.ts';
import { givenImages } from './given-images.ts';
import { latePart } from './late.tsx';
import { Room } from './room.tsx';
import { withParagraph } from './with-paragraph.ts';

const ImageDoor = latePart(async () => (await import('./image-door.tsx')).ImageDoor);

/** Long text: a box that grows, in the face and at the measure of reading. Markdown marks stay visible. */
export function ProseBox({ field, path, id, describedBy, label }: ControlProps<MarkdownField>) {
  const editing = useEditing();
  const value = boxText(useDraftValue(path));
  const area = useRef<HTMLTextAreaElement>(null);
  const typed = useRef(value);
  /** Images that were pasted, dropped or chosen and have no words yet; the first one is asked about. */
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [image] = waiting;

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

  /** True where images came: what the browser would do with them is then not done. */
  const take = (given: DataTransfer): boolean => {
    const images = editing.locked === null ? givenImages(given) : [];
    setWaiting((before) => [...before, ...images]);
    return images.length > 0;
  };

  const next = () => {
    setWaiting((before) => before.slice(1));
    area.current?.focus();
  };

  const insert = (name: string, alternative: string) => {
    const shown = withParagraph(value, area.current?.selectionEnd ?? value.length, imageMarkdown(name, alternative));
    if (shown.text.length > field.maxLength) return 'There is no room left in this text.';
    write(shown.text);
    editing.leave();
    next();
    // After the box has its new text.
    requestAnimationFrame(() => area.current?.setSelectionRange(shown.cursor, shown.cursor));
    return null;
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
        onPaste={(event) => {
          if (take(event.clipboardData)) event.preventDefault();
        }}
        onDragOver={allowFiles}
        onDrop={(event) => {
          if (take(event.dataTransfer)) event.preventDefault();
        }}
        onBlur={editing.leave}
        className={controlLook('field-sizing-content min-h-18 resize-none px-3 py-2 font-serif text-t-3!')}
      />
      {image === undefined ? null : <ImageDoor key={waiting.length} image={image} onInsert={insert} onCancel={next} />}
      <div className="flex items-start gap-3">
        <Room length={value.length} limit={field.maxLength} />
        {editing.locked === null ? <AddImage onChoose={(file) => setWaiting((before) => [...before, file])} /> : null}
      </div>
    </>
  );
}

/** Without this a browser leaves the page for the file that is dropped. */
function allowFiles(event: DragEvent): void {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault();
}

/** By how much the text before the cursor has grown: nothing where the change begins behind it. */
function shiftBefore(before: string, after: string, cursor: number): number {
  let same = 0;
  while (same < cursor && before[same] === after[same]) same += 1;
  return same >= cursor ? 0 : after.length - before.length;
}
