'use client';

import { Button } from '#components/ui/button.tsx';
import type { ShownTrial } from '#lib/client/shown-trial.ts';

interface TrialActionsProps {
  readonly trial: ShownTrial;
  /** The keys are said where the cursor is in the box, which hears them. */
  readonly keys?: boolean;
}

/** The two ways to end a trial. The cursor goes back to the box, or to the heading of a page that does not hold it. */
export function TrialActions({ trial, keys = false }: TrialActionsProps) {
  const end = (how: () => void) => {
    how();
    requestAnimationFrame(() => {
      const box = document.getElementById(`${trial.path}.box`);
      (box ?? document.querySelector<HTMLElement>('#main h1'))?.focus();
    });
  };
  return (
    <span className="flex items-center gap-2">
      <Button size="compact" look="primary" disabledReason={trial.problem ?? undefined} onClick={() => end(trial.keep)}>
        Keep
      </Button>
      <Button size="compact" onClick={() => end(trial.leave)}>
        Leave
      </Button>
      {keys ? <span className="text-ink-3 pointer-coarse:hidden">Enter keeps, Esc leaves</span> : null}
    </span>
  );
}
