'use client';

import { controlLook } from '#components/ui/control-look.ts';
import type { LinkField, MarkdownField, TextField } from '#lib/domain/worksheets/definition.ts';
import { growingCellLook, growingLook, type ControlProps } from './control.ts';
import { useLine } from './line-value.ts';
import { Room } from './room.tsx';

type Props = ControlProps<TextField | MarkdownField | LinkField>;

/** One line that may be long: the box grows, so that all of it can be seen, but takes no line breaks. */
export function LongLineBox({ field, path, id, describedBy, cell = false, label }: Props) {
  const { value, limit, write, ...box } = useLine(field, path, cell);
  return (
    <>
      <textarea
        {...box}
        id={id}
        value={value}
        rows={1}
        inputMode={field.kind === 'link' ? 'url' : undefined}
        aria-label={label}
        aria-describedby={describedBy}
        maxLength={limit}
        tabIndex={cell ? -1 : undefined}
        autoComplete="off"
        onChange={(event) => write(event.target.value)}
        className={controlLook(cell ? growingCellLook : growingLook)}
      />
      {cell ? null : <Room length={value.length} limit={limit} />}
    </>
  );
}
