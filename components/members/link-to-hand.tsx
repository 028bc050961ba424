'use client';

import { useEffect, useRef } from 'react';

import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';

interface LinkToHandProps {
  readonly url: string;
  /** Whom the link is for, and what it does. */
  readonly children: string;
  readonly onDone: () => void;
}

/** A link that is a key: shown once, to be handed on. */
export function LinkToHand({ url, children, onDone }: LinkToHandProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="flex flex-col gap-3 border-l-2 border-warning-mark bg-warning-soft px-4 py-3"
    >
      <p>{children}</p>
      <code className="font-code text-t-1 break-all">{url}</code>
      <div className="flex flex-wrap gap-4">
        <CopyButton text={url} label="Copy link" />
        <Button look="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
