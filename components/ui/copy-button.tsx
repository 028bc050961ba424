'use client';

import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';

import type { ButtonLook, ButtonSize } from './button-look.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

interface CopyButtonProps {
  /** What to copy; a function where it is only known at the press. */
  readonly text: string | (() => string);
  readonly label?: string;
  readonly look?: ButtonLook;
  readonly size?: ButtonSize;
}

type Outcome = 'none' | 'copied' | 'refused';
const SHOWN_MS = 4000;

/** Copies a text, and says so in the same place. */
export function CopyButton({ text, label = 'Copy', look = 'secondary', size = 'regular' }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      setOutcome('copied');
    } catch {
      // The clipboard exists only on https and localhost, and browsers may refuse it.
      setOutcome('refused');
    }
  }

  return (
    <span className="inline-flex items-center">
      <Button look={look} size={size} onClick={() => void copy()}>
        <Icon of={Copy} />
        {label}
      </Button>
      <output className="text-t-1 text-ink-2 not-empty:ml-2">
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser refused. Select and copy by hand.' : ''}
      </output>
    </span>
  );
}
