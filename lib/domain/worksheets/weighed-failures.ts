import type { Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';

export interface WeighedFailure {
  readonly id: string;
  readonly mode: string | undefined;
  readonly severity: number;
  readonly likelihood: number;
  /** Severity × likelihood, from 1 to 25. An order of work, and no measure of harm. */
  readonly weight: number;
  readonly leansOnGuess: boolean;
}

/** The failure modes whose severity and likelihood are both said, gravest first; equals as they were written. */
export function weighedFailures({ risk }: Worksheet): readonly WeighedFailure[] {
  return risk.failureModes
    .flatMap((failure): WeighedFailure[] => {
      const [severity, likelihood] = [valueOf(failure.severity), valueOf(failure.likelihood)];
      if (severity === undefined || likelihood === undefined) return [];
      const leansOnGuess = [failure.severity, failure.likelihood].some(
        (answer) => answer.state === 'answered' && answer.basis === 'guess',
      );
      const weight = severity * likelihood;
      return [{ id: failure.id, mode: valueOf(failure.mode), severity, likelihood, weight, leansOnGuess }];
    })
    .sort((a, b) => b.weight - a.weight);
}
