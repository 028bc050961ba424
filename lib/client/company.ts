import { isJsonObject } from '#lib/domain/json.ts';
import type { LiveEvent, PersonHere } from './live.ts';

/** Edits come in every few seconds while somebody types; without one for so long, they have stopped. */
const WRITING_MS = 8000;

/** Who else is at the project: who has it open, and who writes where. */
export class Company {
  readonly #self: string;
  #people: readonly PersonHere[] = [];
  #writers = new Map<string, { readonly name: string; readonly timer: ReturnType<typeof setTimeout> }>();
  #listeners = new Set<() => void>();

  constructor(self: string) {
    this.#self = self;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get people(): readonly PersonHere[] {
    return this.#people;
  }

  /** Who has just written into a field; null when nobody has. */
  writerAt(path: string): string | null {
    return this.#writers.get(path)?.name ?? null;
  }

  meet(people: readonly PersonHere[]): void {
    this.#people = people.filter(({ id }) => id !== this.#self);
    this.#tell();
  }

  /** An entry of the log, which says who writes where. */
  hear({ type, actor, payload }: LiveEvent): void {
    if (type !== 'worksheet.edited' || !isJsonObject(actor) || !isJsonObject(payload)) return;
    const { id, name } = actor;
    const { kind, path } = payload;
    if (id === this.#self || typeof name !== 'string' || typeof path !== 'string' || kind !== 'set') return;
    clearTimeout(this.#writers.get(path)?.timer);
    const timer = setTimeout(() => {
      this.#writers.delete(path);
      this.#tell();
    }, WRITING_MS);
    this.#writers.set(path, { name, timer });
    this.#tell();
  }

  close(): void {
    for (const { timer } of this.#writers.values()) clearTimeout(timer);
    this.#writers.clear();
    this.#people = [];
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
