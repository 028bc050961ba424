import { randomUUID } from 'node:crypto';
import { isJsonArray, isJsonObject } from '#lib/domain/json.ts';
import { pool } from './db.ts';
import { forget, oncePerProcess } from './process-wide.ts';

/** Channel of NOTIFY on which instances tell each other who is at a project. */
export const presenceChannel = 'plumbline_presence';

export interface PersonHere {
  readonly id: string;
  readonly name: string;
}

const refreshMs = 20_000;
/** An instance that says nothing for so long is gone, and so are the people at it. */
const forgetAfterMs = 50_000;
const coalesceMs = 50;
/** A notification takes at most 8000 bytes: so many people, with so much of their names. */
const peopleAtMost = 20;
const nameAtMost = 60;

interface Word {
  readonly people: readonly PersonHere[];
  readonly until: number;
}

/**
 * Who has a project open at this moment, at whichever instance. Held in memory only: it is worth nothing tomorrow, and
 * nobody should be able to look up who was where.
 */
class Presence {
  readonly #instance = randomUUID();
  #here = new Map<string, Set<PersonHere>>();
  /** What other instances said, by project and instance. */
  #elsewhere = new Map<string, Map<string, Word>>();
  #readers = new Map<string, Set<() => void>>();
  #toTell = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  readonly #refresh = setInterval(() => this.#renew(), refreshMs).unref();

  /** Somebody comes; the answer is how they leave. `wake` is called whenever somebody else comes or goes. */
  join(projectId: string, person: PersonHere, wake: () => void): () => void {
    // Of its own: one person may be here twice.
    const place = { ...person };
    const wakes = () => wake();
    add(this.#here, projectId, place);
    add(this.#readers, projectId, wakes);
    this.#changed(projectId);
    return () => {
      drop(this.#readers, projectId, wakes);
      drop(this.#here, projectId, place);
      this.#changed(projectId);
    };
  }

  /** Each once, by name. */
  peopleAt(projectId: string): readonly PersonHere[] {
    const words = [...(this.#elsewhere.get(projectId)?.values() ?? [])];
    const all = [...(this.#here.get(projectId) ?? []), ...words.flatMap(({ people }) => people)];
    return [...new Map(all.map((person) => [person.id, person])).values()].toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  }

  /** Another instance tells who is at a project there. */
  hear(payload: string): void {
    const word: unknown = JSON.parse(payload);
    if (!isJsonObject(word)) return;
    const { from, project, people = null } = word;
    if (typeof from !== 'string' || typeof project !== 'string' || from === this.#instance) return;
    const known = isJsonArray(people) ? people.flatMap(asPerson) : [];
    const words = this.#elsewhere.get(project) ?? new Map<string, Word>();
    if (known.length === 0) words.delete(from);
    else words.set(from, { people: known, until: Date.now() + forgetAfterMs });
    if (words.size === 0) this.#elsewhere.delete(project);
    else this.#elsewhere.set(project, words);
    this.#wake(project);
  }

  close(): void {
    clearInterval(this.#refresh);
    clearTimeout(this.#timer);
  }

  #changed(projectId: string): void {
    this.#wake(projectId);
    this.#tell(projectId);
  }

  #wake(projectId: string): void {
    for (const wake of this.#readers.get(projectId) ?? []) wake();
  }

  /** Says again who is here, and forgets instances that did not. */
  #renew(): void {
    for (const projectId of this.#here.keys()) this.#tell(projectId);
    for (const [projectId, words] of this.#elsewhere) {
      const gone = [...words].filter(([, { until }]) => until < Date.now());
      for (const [instance] of gone) words.delete(instance);
      if (words.size === 0) this.#elsewhere.delete(projectId);
      if (gone.length > 0) this.#wake(projectId);
    }
  }

  #tell(projectId: string): void {
    this.#toTell.add(projectId);
    this.#timer ??= setTimeout(() => void this.#send(), coalesceMs).unref();
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    const payloads = Array.from(this.#toTell, (project) => {
      const here = [...(this.#here.get(project) ?? [])].slice(0, peopleAtMost);
      const people = here.map(({ id, name }) => ({ id, name: name.slice(0, nameAtMost) }));
      return JSON.stringify({ from: this.#instance, project, people });
    });
    this.#toTell.clear();
    try {
      await pool().query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [
        presenceChannel,
        payloads,
      ]);
    } catch (error) {
      // The next round says it again.
      console.error(`presence: not told: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function asPerson(value: unknown): PersonHere[] {
  if (!isJsonObject(value)) return [];
  const { id, name } = value;
  return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : [];
}

function add<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  sets.set(key, (sets.get(key) ?? new Set<T>()).add(value));
}

function drop<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}

/** The one of this process. */
export function presence(): Presence {
  return oncePerProcess('presence', () => new Presence());
}

export function closePresence(): void {
  const made = forget('presence');
  if (made instanceof Presence) made.close();
}
