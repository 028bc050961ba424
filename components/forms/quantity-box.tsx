'use client';

import { useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { controlLook } from '#components/ui/control-look.ts';
import type { QuantityKind } from '#lib/domain/worksheets/definition.ts';
import type { Json } from '#lib/domain/json.ts';
import { boxText, typedMark } from './answer-state.ts';
import { BasisMark } from './basis-mark.tsx';
import { useBeforeLeaving } from './before-leaving.ts';
import { boxHeight, cellLook, silence, type ControlProps, type Echo } from './control.ts';
import { EchoLine } from './echo-line.tsx';
import { useDraftValue, useEditing, useReadQuantity, useTrying } from './editing.ts';
import { latePart } from './late.tsx';
import { nudge } from './nudge.ts';
import { echoOf, typedQuantity } from './typed-quantity.ts';

const TriedBox = latePart(async () => (await import('./tried-box.tsx')).TriedBox);

/**
 * A quantity as people type it: "0.2", "~80 ms", "15 min", "2.5M/day". What is readable is kept at once; what is not is
 * kept as typed, marked, once the box is left, since half a number is not a mistake. Alt and Enter make a trial of it.
 */
export function QuantityBox(props: ControlProps<QuantityKind>) {
  const { field, path, id, describedBy, cell = false, away = false, label, onEcho } = props;
  const editing = useEditing();
  const value = useDraftValue(path);
  const kept = boxText(value);
  const read = useReadQuantity(field);
  const [typing, setTyping] = useState<string | null>(null);
  const before = useRef<Json | undefined>(value);
  const box = useRef<HTMLInputElement>(null);
  const trying = useTrying(path);
  const shown = typing ?? kept;
  const echo = echoOf(shown, read, typing !== null);

  // What was typed since the box was entered is taken back and tried: whoever asks for a trial has typed it for that.
  const tryIt = async () => {
    const input = box.current;
    if (input === null || editing.locked !== null) return;
    if (await editing.tryValue(path, id, { text: () => input.value, stood: before.current })) setTyping(null);
  };
  const tell = (next: Echo) => onEcho?.({ ...next, onTry: () => void tryIt() });
  const type = (text: string) => {
    setTyping(text);
    const typed = typedQuantity(read, text, value);
    if (typed.ok) editing.set(path, typed.value);
    tell(echoOf(text, read, true));
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
    } else if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      void tryIt();
    } else if (event.key === 'Escape' && cell && shown !== boxText(before.current)) type(boxText(before.current));
  };
  if (trying) return <TriedBox {...props} />;

  return (
    <>
      <span className={classNames('relative block', !cell && 'max-w-104')}>
        <input
          ref={box}
          id={id}
          type="text"
          inputMode="text"
          value={shown}
          aria-label={label}
          aria-describedby={cell || away ? describedBy : `${describedBy ?? ''} ${id}.echo`.trim()}
          aria-invalid={echo.problem || undefined}
          readOnly={editing.locked !== null}
          tabIndex={cell ? -1 : undefined}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => {
            before.current = value;
            tell(echo);
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
