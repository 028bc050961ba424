import type { TrialOutcome } from './trial-outcome.ts';

/** A value that is tried in a field: shown on this page alone, and nowhere kept. */
export interface ShownTrial {
  readonly path: string;
  readonly text: string;
  /** Why it cannot be kept as it is; null where it can. */
  readonly problem: string | null;
  /** Null while that is being worked out, and where the text cannot be read; 'unknown' where the checks cannot be run. */
  readonly outcome: TrialOutcome | 'unknown' | null;
  readonly type: (text: string) => void;
  /** Saves it as one edit, unless there is a problem. */
  readonly keep: () => void;
  /** Gives it up: what stood there stands again. */
  readonly leave: () => void;
}

/** Where the page finds what is tried. The trial itself comes late: few pages see one. */
export class TrialSpot {
  #shown: ShownTrial | null = null;
  #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get shown(): ShownTrial | null {
    return this.#shown;
  }

  show(trial: ShownTrial | null): void {
    this.#shown = trial;
    for (const listener of this.#listeners) listener();
  }
}
