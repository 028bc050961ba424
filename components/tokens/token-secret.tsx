'use client';

import { useEffect, useRef } from 'react';

import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';

/** A new token, in the only moment in which it can be read. */
export function TokenSecret({ token, onDone }: { token: string; onDone: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="flex flex-col gap-3 border-l-2 border-warning-mark bg-warning-soft px-4 py-3"
    >
      <p>Copy the token now. It can’t be shown again; whoever has it acts in your name.</p>
      <code className="font-code text-t-1 break-all">{token}</code>
      <div className="flex flex-wrap gap-4">
        <CopyButton text={token} label="Copy token" />
        <Button look="quiet" onClick={onDone}>
          I have it
        </Button>
      </div>
    </div>
  );
}
