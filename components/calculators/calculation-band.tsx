import { useLayoutEffect, useRef } from 'react';

import { Button } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { progressInWords } from '#lib/domain/calculators/progress.ts';

import type { Calculated, Failure } from './calculation-runner.ts';

interface CalculationBandProps {
  readonly calculator: string;
  readonly calculated: Calculated;
  readonly onStop: () => void;
  readonly onAgain: () => void;
  /** It goes while the cursor is in it. */
  readonly onLeave: () => void;
}

/** In place of a result that is not there: how far it has come with a way to stop, or why it does not come. */
export function CalculationBand({ calculator, calculated, onStop, onAgain, onLeave }: CalculationBandProps) {
  const band = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = band.current;
    return () => {
      if (element?.contains(document.activeElement)) onLeave();
    };
  }, [onLeave]);
  const { state, progress, failure } = calculated;
  const isRunning = state === 'running';
  return (
    <section ref={band} aria-label="Calculation" className="max-w-measure">
      <div className="flex items-center justify-between gap-4">
        <p role={isRunning ? undefined : 'status'}>
          {isRunning ? (progress === null ? 'Computing' : progressInWords(progress)) : endedWords(calculator, failure)}
        </p>
        {/* One button, so that the cursor stays where it is. */}
        <Button size="compact" onClick={isRunning ? onStop : onAgain}>
          {isRunning ? 'Cancel' : state === 'stopped' ? 'Run again' : 'Try again'}
        </Button>
      </div>
      {isRunning ? (
        <div className="mt-2">
          <ProgressBar label={progress?.doing ?? 'Computing'} done={progress?.done ?? 0} of={progress?.of ?? null} />
        </div>
      ) : null}
    </section>
  );
}

function endedWords(calculator: string, failure: Failure | null): string {
  switch (failure) {
    case null:
      return 'Stopped before there was a result. What you gave is kept.';
    case 'away':
      return 'Not computed: the server does not answer, and the calculator comes from there. What you gave is kept.';
    case 'memory':
      return `This browser has no memory left for so many rows. The command line has: plumbline calc ${calculator} --csv FILE.`;
    case 'unexpected':
      return 'Not computed: the calculator has failed. What you gave is kept.';
  }
}
