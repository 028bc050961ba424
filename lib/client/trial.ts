import type { Json } from '#lib/domain/json.ts';
import { layEdit } from '#lib/domain/worksheets/lay-edit.ts';
import type { Assessment } from './assessment.ts';
import type { Sections } from './pending-edits.ts';
import type { ShownTrial, TrialSpot } from './shown-trial.ts';
import { outcomeOf, type TrialOutcome } from './trial-outcome.ts';
import type { WorksheetStore } from './worksheet-store.ts';

/** What a text makes of a field: a value, null for none; or why it is none yet. */
export type TriedValue =
  { readonly ok: true; readonly value: Json | null } | { readonly ok: false; readonly problem: string };

export interface TrialParts {
  readonly spot: TrialSpot;
  readonly store: Pick<WorksheetStore, 'sections' | 'subscribe' | 'set'>;
  /** Runs the checks, elsewhere than on the page. */
  assess(sections: Sections): Promise<Assessment>;
  /** Reads a text as the box of the field would. */
  read(text: string): TriedValue;
  /** It has been saved: as when a box is left. */
  onKept(): void;
}

const THROTTLE_MS = 60;

/** Tries a value from now on, in place of what was tried before. */
export function beginTrial(path: string, text: string, parts: TrialParts): void {
  parts.spot.shown?.leave();
  new Trial(path, parts).begin(text);
}

/**
 * A value on top of the worksheet as it stands, which it does not touch: the worksheet with the value is laid out beside
 * it, and the two are compared. What others change meanwhile counts on both sides. The store, and with it the outbox,
 * the server, other tabs and what can be undone, hear of the value only when it is kept.
 */
class Trial {
  #path: string;
  #parts: TrialParts;
  #stop: () => void = () => undefined;
  #base: { readonly of: Sections; readonly assessment: Assessment } | null = null;
  #wanted = false;
  #running = false;
  #over = false;

  constructor(path: string, parts: TrialParts) {
    this.#path = path;
    this.#parts = parts;
  }

  begin(text: string): void {
    const { spot, store } = this.#parts;
    spot.show({
      path: this.#path,
      text,
      problem: this.#problemOf(text),
      outcome: null,
      type: (next) => this.#type(next),
      keep: () => this.#keep(),
      leave: () => this.#end(),
    });
    this.#stop = store.subscribe(() => this.#look());
    this.#look();
  }

  #type(text: string): void {
    this.#show({ text, problem: this.#problemOf(text) });
    this.#look();
  }

  #keep(): void {
    const tried = this.#parts.read(this.#text);
    if (this.#over || !tried.ok) return;
    this.#end();
    this.#parts.store.set(this.#path, tried.value);
    this.#parts.onKept();
  }

  #end(): void {
    if (this.#over) return;
    this.#over = true;
    this.#stop();
    this.#parts.spot.show(null);
  }

  #look(): void {
    this.#wanted = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#wanted && !this.#over) {
      this.#wanted = false;
      this.#show({ outcome: await this.#compare() });
      await new Promise((resolve) => setTimeout(resolve, THROTTLE_MS));
    }
    this.#running = false;
  }

  async #compare(): Promise<ShownTrial['outcome']> {
    const { sections } = this.#parts.store;
    const tried = this.#parts.read(this.#text);
    // Half a number is not a mistake, and nothing follows from it either.
    if (!tried.ok) return null;
    const withIt = layEdit(sections, { kind: 'set', path: this.#path, base: '', value: tried.value });
    return this.#comparison(sections, withIt).catch(() => 'unknown' as const);
  }

  async #comparison(sections: Sections, withIt: Sections): Promise<TrialOutcome> {
    const parts = this.#parts;
    // As it stands it is looked at again only when it has changed: most keystrokes need one run, and not two.
    if (this.#base?.of !== sections) this.#base = { of: sections, assessment: await parts.assess(sections) };
    return outcomeOf(this.#base.assessment, await parts.assess(withIt));
  }

  get #text(): string {
    return this.#parts.spot.shown?.text ?? '';
  }

  #problemOf(text: string): string | null {
    const tried = this.#parts.read(text);
    return tried.ok ? null : tried.problem;
  }

  #show(change: Partial<ShownTrial>): void {
    const { shown } = this.#parts.spot;
    if (!this.#over && shown !== null) this.#parts.spot.show({ ...shown, ...change });
  }
}
