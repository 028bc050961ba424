'use client';

import { useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { controlLook } from '#components/ui/control-look.ts';
import type { QuantityKind } from '#lib/domain/worksheets/definition.ts';
import type { QuantityReading } from '#lib/domain/quantities/reading.ts';
import { boxText, typedMark, withText } from './answer-state.ts';
import { BasisMark } from './basis-mark.tsx';
import { useBeforeLeaving } from './before-leaving.ts';
import { boxHeight, cellLook, silence, type ControlProps, type Echo } from './control.ts';
import { EchoLine } from './echo-line.tsx';
import { useDraftValue, useEditing, useReadQuantity } from './editing.ts';
import { nudge } from './nudge.ts';

/**
 * A quantity as people type it: "0.2", "~80 ms", "15 min", "2.5M/day". What is readable is kept at once; what is not is
 * kept as typed, marked, once the box is left, since half a number is not a mistake.
 */
export function QuantityBox({
  field,
  path,
  id,
  describedBy,
  cell = false,
  away = false,
  label,
  onEcho,
}: ControlProps<QuantityKind>) {
  const editing = useEditing();
  const value = useDraftValue(path);
  const kept = boxText(value);
  const read = useReadQuantity(field);
  const [typing, setTyping] = useState<string | null>(null);
  const before = useRef<string>(kept);
  const shown = typing ?? kept;
  const reading = shown.trim() === '' ? null : read(shown);
  const problem = typing === null && reading !== null && !reading.ok;

  const echo = echoOf(shown, reading, typing !== null);

  const keep = (text: string) => {
    const understood = text.trim() === '' ? null : read(text);
    if (understood === null) editing.set(path, null);
    else if (understood.ok) editing.set(path, withText(value, understood.typed));
  };
  const type = (text: string) => {
    setTyping(text);
    keep(text);
    onEcho?.(echoOf(text, text.trim() === '' ? null : read(text), true));
  };
  const keepAsTyped = () => {
    if (typing !== null && typing.trim() !== '' && !read(typing).ok) {
      editing.set(path, { unreadable: typing.trim() });
    }
  };
  useBeforeLeaving(keepAsTyped);
  const leave = () => {
    keepAsTyped();
    setTyping(null);
    onEcho?.(silence);
    editing.leave();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const next = nudge(shown, event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
      if (next === shown) return;
      event.preventDefault();
      event.stopPropagation();
      type(next);
    } else if (event.key === 'Escape' && cell && shown !== before.current) type(before.current);
  };

  return (
    <>
      <span className={classNames('relative block', !cell && 'max-w-104')}>
        <input
          id={id}
          type="text"
          inputMode="text"
          value={shown}
          aria-label={label}
          aria-describedby={cell || away ? describedBy : `${describedBy ?? ''} ${id}.echo`.trim()}
          aria-invalid={problem || undefined}
          readOnly={editing.locked !== null}
          tabIndex={cell ? -1 : undefined}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => {
            before.current = kept;
            onEcho?.(echo);
          }}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          onKeyDown={onKeyDown}
          className={controlLook(cell ? classNames(cellLook, 'text-right') : boxHeight, 'pr-6')}
        />
        <span className="pointer-events-none absolute inset-y-0 right-1 flex items-center">
          <BasisMark of={typedMark(value)} />
        </span>
      </span>
      {cell || away ? null : <EchoLine echo={echo} id={`${id}.echo`} path={path} />}
    </>
  );
}

/** Says nothing that the box does not say already. */
function echoOf(shown: string, reading: QuantityReading | null, typing: boolean): Echo {
  if (reading === null) return silence;
  const offers = reading.offers ?? [];
  if (reading.ok) return { text: reading.echo === shown.trim() ? '' : reading.echo, problem: false, offers };
  return { text: typing ? reading.problem : `${reading.problem} Kept as typed.`, problem: !typing, offers };
}
