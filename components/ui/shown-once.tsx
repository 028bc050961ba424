'use client';

import { useEffect, useRef } from 'react';

import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';

interface ShownOnceProps {
  /** The secret: a token, or a link that is a key. */
  readonly secret: string;
  /** What it is for, and that it can't be shown again. */
  readonly children: string;
  readonly copyLabel: string;
  readonly doneLabel: string;
  readonly onDone: () => void;
}

/** A secret in the only moment in which it can be read. Give it a key of its own, so that a new one takes the focus. */
export function ShownOnce({ secret, children, copyLabel, doneLabel, onDone }: ShownOnceProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="flex flex-col gap-3 border-l-2 border-warning-mark bg-warning-soft px-4 py-3"
    >
      <p>{children}</p>
      <code className="font-code text-t-1 break-all">{secret}</code>
      <div className="flex flex-wrap gap-4">
        <CopyButton text={secret} label={copyLabel} />
        <Button look="quiet" onClick={onDone}>
          {doneLabel}
        </Button>
      </div>
    </div>
  );
}
