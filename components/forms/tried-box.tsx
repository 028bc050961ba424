'use client';

import type { KeyboardEvent } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { controlLook } from '#components/ui/control-look.ts';
import type { QuantityKind } from '#lib/domain/worksheets/definition.ts';
import { typedMark } from './answer-state.ts';
import { BasisMark } from './basis-mark.tsx';
import { boxHeight, cellLook, silence, type ControlProps } from './control.ts';
import { EchoLine } from './echo-line.tsx';
import { useReadQuantity } from './editing.ts';
import { nudge } from './nudge.ts';
import { echoOf } from './typed-quantity.ts';
import { useTrial } from './use-trial.ts';

/**
 * A quantity box whose value is tried and not saved. It stays one when it is left: a trial is made to be looked at, in
 * the panel and at other fields, and whoever looks there has not decided yet. Only Enter and Esc, or the two buttons, end
 * it.
 */
export function TriedBox({
  field,
  path,
  id,
  describedBy,
  cell = false,
  away = false,
  label,
  onEcho,
}: ControlProps<QuantityKind>) {
  const trial = useTrial();
  const read = useReadQuantity(field);
  if (trial === null) return null;
  const { text } = trial;
  const echo = echoOf(text, read, true);

  const type = (next: string) => {
    trial.type(next);
    onEcho?.(echoOf(next, read, true));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || !isOfTrial(event)) return;
    // The grid and the page have other uses for these keys: to undo is left to the browser, which knows what was typed.
    event.stopPropagation();
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      type(nudge(text, event.key === 'ArrowUp' ? 1 : -1, event.shiftKey));
    } else if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      if (event.altKey || (event.key === 'Enter' && trial.problem !== null)) return;
      if (event.key === 'Enter') trial.keep();
      else trial.leave();
      onEcho?.(silence);
      focusBox(id);
    }
  };

  return (
    <>
      <span className={classNames('relative block', !cell && 'max-w-104')}>
        <input
          id={id}
          type="text"
          inputMode="text"
          value={text}
          aria-label={label}
          aria-describedby={`${cell || away ? '' : `${id}.echo`} ${path}.trial ${describedBy ?? ''}`.trim()}
          tabIndex={cell ? -1 : undefined}
          autoComplete="off"
          spellCheck={false}
          onFocus={() => onEcho?.(echo)}
          onChange={(event) => type(event.target.value)}
          onBlur={() => onEcho?.(silence)}
          onKeyDown={onKeyDown}
          className={controlLook(
            cell ? classNames(cellLook, 'text-right focus-visible:outline-dashed') : boxHeight,
            'border-dashed! border-ink! pr-6',
          )}
        />
        <span className="pointer-events-none absolute inset-y-0 right-1 flex items-center">
          <BasisMark of={typedMark(text)} />
        </span>
      </span>
      {cell || away ? null : <EchoLine echo={echo} id={`${id}.echo`} path={path} />}
    </>
  );
}

function isOfTrial({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (
    ['ArrowUp', 'ArrowDown', 'Enter', 'Escape'].includes(key) || ((ctrlKey || metaKey) && key.toLowerCase() === 'z')
  );
}

/** The box that stands in the place of another once the page has been drawn again. */
function focusBox(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
