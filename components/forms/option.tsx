'use client';

import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';

interface OptionProps {
  readonly id: string;
  readonly active: boolean;
  readonly onActive: () => void;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** Pressed with the mouse or a finger; the keyboard chooses from the box, which keeps the focus. */
export function Option({ id, active, onActive, onChoose, children }: OptionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <div
      id={id}
      role="option"
      aria-selected={active}
      // The box would lose the focus, and with it the list.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={active ? undefined : onActive}
      onClick={onChoose}
      className={classNames(
        'flex min-h-8 cursor-pointer flex-col justify-center border-l-2 px-2 py-1 pointer-coarse:min-h-11',
        active ? 'border-accent bg-accent-soft' : 'border-transparent',
      )}
    >
      {children}
    </div>
  );
}
