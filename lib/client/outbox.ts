import {
  retryDelayMs,
  sameProject,
  settle,
  type KeptOp,
  type ProjectAddress,
  type SaveState,
  type Settled,
} from './kept-ops.ts';
import type { OutboxStorage } from './outbox-storage.ts';

/** What sending came to. `wait` covers everything that a later attempt may mend. */
export type SendResult =
  | { readonly kind: 'answered'; readonly sequence: number; readonly outcomes: readonly Settled[] }
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface OutboxParts {
  readonly user: string;
  /** Opened while the page already works; edits queue up for it. */
  readonly storage: Promise<OutboxStorage>;
  send(address: ProjectAddress, batch: readonly KeptOp[]): Promise<SendResult>;
  /** Runs the work while no other tab of this browser sends edits of the same person. */
  alone(work: () => Promise<void>): Promise<void>;
  now(): number;
}

/** Told to every tab: what the server answered. */
export interface Answered extends ProjectAddress {
  readonly sequence: number;
  readonly outcomes: readonly Settled[];
}

const QUIET_MS = 400;
const LONGEST_QUIET_MS = 2500;

/**
 * Keeps the edits of one person until the server has answered for each, and sends them in order, one batch at a time.
 * An entry leaves the outbox only on an answer; a refused one stays until its author has looked at it.
 */
export class Outbox {
  #parts: OutboxParts;
  #kept: readonly KeptOp[] = [];
  #state: SaveState = { kind: 'saved', at: null };
  #savedAt: number | null = null;
  #changed = new Set<() => void>();
  #answered = new Set<(answer: Answered) => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstWaiting: number | null = null;
  #draining = false;
  #again = false;
  #wake: (() => void) | undefined;
  #closed = false;
  #durable: boolean | null = null;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether what is kept outlives the tab; null until the browser has said so. */
  get durable(): boolean | null {
    return this.#durable;
  }

  get kept(): readonly KeptOp[] {
    return this.#kept;
  }

  onChange = (listener: () => void): (() => void) => {
    this.#changed.add(listener);
    return () => this.#changed.delete(listener);
  };

  onAnswer(listener: (answer: Answered) => void): () => void {
    this.#answered.add(listener);
    return () => this.#answered.delete(listener);
  }

  /** Reads what an earlier visit or another tab left, and starts to send it. */
  async open(): Promise<void> {
    this.#closed = false;
    this.#durable = (await this.#parts.storage).durable;
    await this.refresh();
    if (this.#open().length > 0) this.flush();
  }

  /** Keeps one edit; the answer is the id it travels under. It is sent after a short quiet, or at the next flush. */
  add(entry: Omit<KeptOp, 'user' | 'at' | 'state'>): Promise<string> {
    const at = this.#parts.now();
    const added = this.#queue.then(async () => {
      const id = await (await this.#parts.storage).add({ ...entry, user: this.#parts.user, at, state: 'waiting' });
      await this.refresh();
      return id;
    });
    this.#queue = added.catch(() => undefined);
    if (this.#state.kind === 'saved') this.#show({ kind: 'saving' });
    this.#schedule();
    return added;
  }

  /** Sends now, and at once where it waits for another attempt. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#firstWaiting = null;
    this.#wake?.();
    void this.#drain();
  }

  /** Takes a refused edit off the list. */
  async discard(id: string): Promise<void> {
    await (await this.#parts.storage).remove([id]);
    await this.refresh();
  }

  /** Another tab has changed what is kept. */
  async refresh(): Promise<void> {
    this.#kept = await (await this.#parts.storage).all(this.#parts.user);
    const state = this.#state;
    const kept = this.#open().length;
    if (state.kind === 'offline' || state.kind === 'not-saved' || state.kind === 'signed-out')
      this.#show({ ...state, kept });
    else if (kept > 0) this.#show({ kind: 'saving' });
    else this.#show({ kind: 'saved', at: this.#savedAt });
  }

  /** Another tab has sent edits and tells what became of them. */
  hear(answer: Answered): void {
    this.#savedAt = this.#parts.now();
    for (const listener of this.#answered) listener(answer);
    void this.refresh();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#wake?.();
  }

  #open(): readonly KeptOp[] {
    return this.#kept.filter((entry) => entry.state !== 'refused');
  }

  #schedule(): void {
    const now = this.#parts.now();
    this.#firstWaiting ??= now;
    const quiet = Math.max(0, Math.min(QUIET_MS, this.#firstWaiting + LONGEST_QUIET_MS - now));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#firstWaiting = null;
      void this.#drain();
    }, quiet);
  }

  async #drain(): Promise<void> {
    if (this.#draining) {
      this.#again = true;
      return;
    }
    this.#draining = true;
    try {
      do {
        this.#again = false;
        await this.#queue;
        await this.#parts.alone(() => this.#sendAll());
      } while (this.#again && !this.#closed && this.#state.kind !== 'signed-out');
    } finally {
      this.#draining = false;
    }
  }

  async #sendAll(): Promise<void> {
    for (let attempt = 0; !this.#closed;) {
      const batch = await (await this.#parts.storage).take(this.#parts.user);
      const first = batch[0];
      if (first === undefined) {
        this.#show({ kind: 'saved', at: this.#savedAt });
        await this.refresh();
        return;
      }
      if (attempt === 0) this.#show({ kind: 'saving' });
      const result = await this.#parts.send({ workspace: first.workspace, project: first.project }, batch);
      if (result.kind === 'signed-out') {
        this.#show({ kind: 'signed-out', kept: this.#open().length });
        return;
      }
      if (result.kind === 'offline' || result.kind === 'wait') {
        attempt += 1;
        const delay = retryDelayMs(attempt);
        const kept = this.#open().length;
        this.#show(
          result.kind === 'offline'
            ? { kind: 'offline', kept }
            : { kind: 'not-saved', kept, retryAt: this.#parts.now() + delay },
        );
        await this.#sleep(delay);
        continue;
      }
      attempt = 0;
      await this.#finish(first, batch, result);
    }
  }

  async #finish(
    address: ProjectAddress,
    batch: readonly KeptOp[],
    result: Extract<SendResult, { kind: 'answered' | 'refused' }>,
  ): Promise<void> {
    const outcomes: readonly Settled[] =
      result.kind === 'answered'
        ? result.outcomes
        : batch.map(({ op }) => ({ id: op.id, path: op.path, outcome: 'refused', reason: result.reason }));
    const { done, refused } = settle(batch, outcomes);
    await (await this.#parts.storage).put(refused);
    await (await this.#parts.storage).remove(done);
    this.#savedAt = this.#parts.now();
    await this.refresh();
    const { workspace, project } = address;
    const sequence = result.kind === 'answered' ? result.sequence : 0;
    for (const listener of this.#answered) listener({ workspace, project, sequence, outcomes });
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #show(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#changed) listener();
  }
}

/** Edits of a project that the server would not take in. */
export function refusedOf(kept: readonly KeptOp[], address: ProjectAddress): readonly KeptOp[] {
  return kept.filter((entry) => entry.state === 'refused' && sameProject(entry, address));
}
