import type { Progress } from '#lib/domain/calculators/progress.ts';

import type { Question } from './answer-question.ts';
import type { Outcome } from './compute-from-texts.ts';

export interface DeskQuestion {
  readonly id: number;
  readonly question: Question;
}

/** Why there is no answer: the worker could not be fetched, or so many rows do not fit, or what nobody has foreseen. */
export type Failure = 'away' | 'memory' | 'unexpected';

export type DeskAnswer = { readonly id: number } & (
  { readonly outcome: Outcome } | { readonly progress: Progress } | { readonly failure: Failure }
);

/** Where questions are answered: a worker, which a test replaces. One question at a time. */
export interface Desk {
  ask(question: DeskQuestion): void;
  /** Ends what is being computed, at once. */
  close(): void;
}

export interface DeskListener {
  readonly answered: (answer: DeskAnswer) => unknown;
  /** It could not be opened, or broke. */
  readonly failed: () => unknown;
}

/** The last answer, and what has become of the question since. */
export interface Calculated {
  /** `running` only once it takes long enough to say so: until then the answer before stands. */
  readonly state: 'answered' | 'running' | 'stopped' | 'failed';
  readonly outcome: Outcome;
  /** What it is the answer to; null before the first. */
  readonly question: Question | null;
  /** Of what is running; null until something is known. */
  readonly progress: Progress | null;
  readonly failure: Failure | null;
  /** Whoever looks has been told that it was running. */
  readonly isLate: boolean;
}

/** What is answered sooner needs no progress, which would only flicker. */
const MOMENT_MS = 400;
const QUIET = { progress: null, failure: null, isLate: false };

/**
 * Lets the newest question be answered elsewhere than on the page: at most one at a time. Those that were overtaken by a
 * newer one are never shown, and not waited for longer than a moment, though the desk has to read its rows again then.
 */
export class CalculationRunner {
  readonly #open: (listener: DeskListener) => Desk;
  #desk: Desk | null = null;
  #calculated: Calculated;
  #listeners = new Set<() => void>();
  #newest: Question | null = null;
  #asked = 0;
  #isBusy = false;
  #isOvertaken = false;
  #moment: ReturnType<typeof setTimeout> | undefined;

  constructor(first: Outcome, open: (listener: DeskListener) => Desk) {
    this.#open = open;
    this.#calculated = { ...QUIET, state: 'answered', outcome: first, question: null };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get calculated(): Calculated {
    return this.#calculated;
  }

  /** Opens the desk ahead of the first question. */
  warm(): void {
    if (this.#desk !== null) return;
    // A worker that is ended while it is fetched reports that as a failure: what a closed desk says counts no more.
    const desk = this.#open({
      answered: (answer) => this.#desk === desk && this.#take(answer),
      failed: () => this.#desk === desk && this.#end({ state: 'failed', failure: 'away' }),
    });
    this.#desk = desk;
  }

  ask(question: Question): void {
    this.#newest = question;
    const { state } = this.#calculated;
    // What is said of the question before is said no longer, and where it stood there is room for the progress.
    if (state === 'stopped' || state === 'failed') this.#show({ ...QUIET, state: 'running' });
    this.#isOvertaken = this.#isBusy;
    if (!this.#isBusy) this.#send(question);
    else if (state === 'running') this.#sendAnew(question);
  }

  /** The newest question once more, after it was stopped or has failed. */
  again(): void {
    if (this.#newest !== null) this.ask(this.#newest);
  }

  stop(): void {
    this.#end({ state: 'stopped' });
  }

  close(): void {
    this.#forgetMoment();
    this.#closeDesk();
    this.#isBusy = false;
  }

  #closeDesk(): void {
    this.#desk?.close();
    this.#desk = null;
  }

  #send(question: Question): void {
    this.#isBusy = true;
    this.#isOvertaken = false;
    this.#asked += 1;
    this.warm();
    this.#moment ??= setTimeout(() => this.#momentHasPassed(), MOMENT_MS);
    this.#desk?.ask({ id: this.#asked, question });
  }

  #sendAnew(question: Question): void {
    this.#closeDesk();
    this.#show(QUIET);
    this.#send(question);
  }

  #momentHasPassed(): void {
    this.#show({ state: 'running' });
    if (this.#isOvertaken && this.#newest !== null) this.#sendAnew(this.#newest);
  }

  #take(answer: DeskAnswer): void {
    if (!this.#isBusy || answer.id !== this.#asked) return;
    if ('progress' in answer) return this.#show({ progress: answer.progress });
    if ('failure' in answer) return this.#end({ state: 'failed', failure: answer.failure });
    if (this.#isOvertaken && this.#newest !== null) return this.#send(this.#newest);
    this.#isBusy = false;
    this.#forgetMoment();
    const isLate = this.#calculated.state === 'running';
    this.#show({ ...QUIET, state: 'answered', outcome: answer.outcome, question: this.#newest, isLate });
  }

  #end(change: Partial<Calculated>): void {
    const wasBusy = this.#isBusy;
    this.close();
    // A desk that was only opened ahead is asked again when it is needed.
    if (wasBusy) this.#show({ ...QUIET, ...change });
  }

  #forgetMoment(): void {
    clearTimeout(this.#moment);
    this.#moment = undefined;
  }

  #show(change: Partial<Calculated>): void {
    this.#calculated = { ...this.#calculated, ...change };
    for (const listener of this.#listeners) listener();
  }
}
