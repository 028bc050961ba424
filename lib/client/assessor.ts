import type { Assessment } from './assessment.ts';
import { keepParts } from './keep-parts.ts';
import type { Sections } from './pending-edits.ts';
import { AGREED_FOR_MS, nextShown, QUIET_BEFORE_NEW_MS, type ShownFinding } from './shown-findings.ts';

export interface AssessorParts {
  readonly first: Assessment;
  /** Runs the checks, elsewhere than on the page. */
  assess(sections: Sections): Promise<Assessment>;
  now(): number;
}

export interface Shown {
  readonly assessment: Assessment;
  readonly findings: readonly ShownFinding[];
}

const THROTTLE_MS = 60;

/**
 * Keeps what the checks say up to date with the worksheet, and shows it without flicker: at most one run at a time,
 * always followed by one for the newest worksheet, and new findings only when a field is left or typing rests.
 */
export class Assessor {
  #parts: AssessorParts;
  #shown: Shown;
  #listeners = new Set<() => void>();
  #wanted: Sections | null = null;
  #running = false;
  #settled = true;
  #held: readonly string[] = [];
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #fold: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: AssessorParts) {
    this.#parts = parts;
    this.#shown = {
      assessment: parts.first,
      findings: parts.first.report.findings.map((finding) => ({ finding, agreedAt: null })),
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get shown(): Shown {
    return this.#shown;
  }

  /** The worksheet has changed. */
  look(sections: Sections): void {
    this.#wanted = sections;
    this.#settled = false;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.settle(), QUIET_BEFORE_NEW_MS);
    void this.#run();
  }

  /** The field was left, or typing rests: findings that have come up meanwhile may appear. */
  settle(): void {
    clearTimeout(this.#quiet);
    this.#settled = true;
    this.#update(this.#shown.assessment);
  }

  /** The cursor is in the card of these findings, so that it must not go from under the hands; none when it has left. */
  hold(keys: readonly string[]): void {
    this.#held = keys;
  }

  close(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#fold);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#wanted !== null) {
        const sections = this.#wanted;
        this.#wanted = null;
        const assessment = await this.#parts.assess(sections).catch(() => null);
        // What was found before stands until the checks can be run again.
        if (assessment !== null) this.#update(assessment);
        await new Promise((resolve) => setTimeout(resolve, THROTTLE_MS));
      }
    } finally {
      this.#running = false;
    }
  }

  #update(newest: Assessment): void {
    const now = this.#parts.now();
    const before = this.#shown;
    const assessment = keepParts(before.assessment, newest);
    // While a newer worksheet waits for its run, this result may not be the one that the field was left with.
    const settled = this.#settled && this.#wanted === null;
    const findings = nextShown(before.findings, assessment.report, { now, settled, held: this.#held });
    clearTimeout(this.#fold);
    if (findings.some((entry) => entry.agreedAt !== null)) {
      this.#fold = setTimeout(() => this.#update(this.#shown.assessment), AGREED_FOR_MS / 5);
    }
    // Most letters change nothing of what the checks say.
    if (assessment === before.assessment && findings === before.findings) return;
    this.#shown = { assessment, findings };
    for (const listener of this.#listeners) listener();
  }
}
