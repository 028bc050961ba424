import type { HasteNotes } from './haste-notes.ts';
import {
  isOpen,
  nextOrder,
  retryDelayMs,
  sameProject,
  settle,
  type KeptOp,
  type ProjectAddress,
  type SaveState,
  type Settled,
  type Trouble,
} from './kept-ops.ts';
import type { OutboxStorage } from './outbox-storage.ts';

/** What sending came to. `wait` covers everything that a later attempt may mend. */
export type SendResult =
  | {
      readonly kind: 'answered';
      /** The project’s present slug. */
      readonly project: string;
      readonly sequence: number;
      readonly outcomes: readonly Settled[];
    }
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out'; readonly somebodyElse: boolean }
  | { readonly kind: 'wait'; readonly why: Trouble }
  | { readonly kind: 'refused'; readonly by: 'place' | 'content'; readonly reason: string };

type Final = Extract<SendResult, { kind: 'answered' | 'refused' }>;

export interface OutboxParts {
  readonly user: string;
  /** Opened while the page already works; edits queue up for it. */
  readonly storage: Promise<OutboxStorage>;
  readonly notes: Pick<HasteNotes, 'write' | 'forget'>;
  send(address: ProjectAddress, batch: readonly KeptOp[]): Promise<SendResult>;
  /** Runs the work while no other tab of this browser sends edits of the same person. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Tells the other tabs of this person; they share what is kept. */
  tell(hint: Hint): void;
  now(): number;
}

/** That the one that sends should do so now, or that edits were taken off the list or put on it. */
export type Hint = 'try-now' | 'list-changed';

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
  #storage: OutboxStorage | undefined;
  #kept: readonly KeptOp[] = [];
  /** On their way into the storage, by the ids of their ops. */
  #coming = new Map<string, KeptOp>();
  #state: SaveState = { kind: 'saved', at: null };
  #savedAt: number | null = null;
  #changed = new Set<() => void>();
  #answered = new Set<(answer: Answered) => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstWaiting: number | null = null;
  #draining = false;
  #sending = false;
  /** How often in a row sending came to nothing. */
  #attempts = 0;
  #again = false;
  #wake: (() => void) | undefined;
  #closed = false;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Whether what is kept outlives the tab; null until the browser has said so. */
  get durable(): boolean | null {
    return this.#storage?.durable ?? null;
  }

  get kept(): readonly KeptOp[] {
    return this.#kept;
  }

  /** Whether this tab is the one that sends. */
  get sends(): boolean {
    return this.#sending;
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
    this.#storage = await this.#parts.storage;
    await this.refresh();
    if (this.#kept.some(isOpen)) this.flush();
  }

  /** Keeps one edit; the answer is the id it travels under. It is sent after a short quiet, or at the next flush. */
  add(edit: Pick<KeptOp, 'workspace' | 'project' | 'op'>): Promise<string> {
    const order = nextOrder([...this.#kept, ...this.#coming.values()]);
    const entry: KeptOp = { ...edit, user: this.#parts.user, at: this.#parts.now(), order, state: 'waiting' };
    this.#coming.set(entry.op.id, entry);
    const added = this.#queue.then(async () => {
      const stands = await (await this.#parts.storage).add(entry);
      this.#coming.delete(entry.op.id);
      this.#parts.notes.forget([entry.op.id]);
      await this.refresh();
      return stands.op.id;
    });
    this.#queue = added.catch(() => undefined);
    if (this.#state.kind === 'saved') this.#show({ kind: 'saving' });
    this.#schedule();
    return added;
  }

  /** The page may be gone in a moment: what is still on its way into the storage is written down at once. */
  hurry(): void {
    this.#parts.notes.write([...this.#coming.values()]);
    if (this.#coming.size > 0 || this.#kept.some(isOpen)) this.flush();
  }

  /** Sends now, and at once where it waits for another attempt. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#firstWaiting = null;
    // A line that has just come back may fail once more: what was waited before it was gone counts no longer.
    this.#attempts = 0;
    this.#wake?.();
    if (this.#draining && !this.#sending) this.#parts.tell('try-now');
    void this.#drain();
  }

  /** Takes edits off the list that their author has looked at. */
  async discard(ids: readonly string[]): Promise<void> {
    await (await this.#parts.storage).remove(ids);
    await this.refresh();
    this.#parts.tell('list-changed');
  }

  /** Puts edits on the list again that were taken off. */
  async putBack(entries: readonly KeptOp[]): Promise<void> {
    await (await this.#parts.storage).put(entries);
    await this.refresh();
    this.#parts.tell('list-changed');
  }

  /** Sends again what a project did not take in, as it is: the answer may be another one by now. */
  async sendHeld(address: ProjectAddress): Promise<void> {
    const held = this.#kept.filter((entry) => entry.state === 'held' && sameProject(entry, address));
    if (held.length === 0) return;
    await this.putBack(held.map((entry) => ({ ...entry, state: 'sent' })));
    this.flush();
  }

  /** Looks at what is kept: another tab may have changed it. */
  async refresh(): Promise<void> {
    this.#kept = await (await this.#parts.storage).all(this.#parts.user);
    const state = this.#state;
    const kept = this.#kept.filter(isOpen).length;
    if (state.kind === 'offline' || state.kind === 'not-saved' || state.kind === 'signed-out') {
      this.#show({ ...state, kept });
    } else this.#showProgress();
  }

  /** Another tab has sent edits and tells what became of them. */
  hear(answer: Answered): void {
    this.#savedAt = this.#parts.now();
    // An answer there is an answer: whatever stood in the way is gone.
    if (!this.#sending) this.#state = { kind: 'saving' };
    for (const listener of this.#answered) listener(answer);
    void this.refresh();
  }

  /** Another tab tries to send, for all of them, and tells what stands in its way. */
  hearOf(trouble: SaveState): void {
    if (this.#sending) return;
    this.#state = trouble;
    void this.refresh();
    // Behind it in the queue, so that somebody goes on when it is closed. Who is signed out waits to be let in.
    if (trouble.kind !== 'signed-out') void this.#drain();
  }

  /** The browser has lost its connection: said before somebody finds out by typing. */
  loseConnection(): void {
    if (this.#state.kind === 'saved') this.#show({ kind: 'offline', kept: 0 });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#wake?.();
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
        await this.#parts.alone(async () => {
          this.#sending = true;
          await this.#sendAll().finally(() => (this.#sending = false));
        });
      } while (this.#again && !this.#closed);
    } finally {
      this.#draining = false;
    }
  }

  async #sendAll(): Promise<void> {
    this.#attempts = 0;
    let most: number | undefined;
    while (!this.#closed) {
      const batch = await (await this.#parts.storage).take(this.#parts.user, most);
      const first = batch[0];
      if (first === undefined) {
        this.#state = { kind: 'saved', at: this.#savedAt };
        await this.refresh();
        return;
      }
      // Who was signed out is told so until an answer says otherwise.
      if (this.#attempts === 0 && this.#state.kind !== 'signed-out') this.#show({ kind: 'saving' });
      const result = await this.#parts.send({ workspace: first.workspace, project: first.project }, batch);
      if (result.kind === 'signed-out') {
        // Asking once more would get the same answer, until somebody asks for it.
        this.#again = false;
        this.#show({ ...result, kept: this.#kept.filter(isOpen).length });
        return;
      }
      if (result.kind === 'offline' || result.kind === 'wait') {
        this.#attempts += 1;
        await this.#rest(result, retryDelayMs(this.#attempts));
      } else if (result.kind === 'refused' && result.by === 'content' && batch.length > 1) {
        // One of them is why. The smaller the batch, the fewer are taken for it.
        most = Math.ceil(batch.length / 2);
      } else {
        this.#attempts = 0;
        most = undefined;
        await this.#finish(first, batch, result);
      }
    }
  }

  async #rest(trouble: Extract<SendResult, { kind: 'offline' | 'wait' }>, delay: number): Promise<void> {
    const retryAt = this.#parts.now() + delay;
    this.#state =
      trouble.kind === 'offline'
        ? { kind: 'offline', kept: 0 }
        : { kind: 'not-saved', kept: 0, why: trouble.why, retryAt };
    await this.refresh();
    // Somebody asked for another attempt in the meantime.
    if (this.#attempts === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delay);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #finish({ workspace, project }: ProjectAddress, batch: readonly KeptOp[], result: Final): Promise<void> {
    const outcomes = result.kind === 'answered' ? result.outcomes : batch.map(({ op }) => refusal(op, result.reason));
    const { done, refused } = settle(batch, outcomes);
    const present = result.kind === 'answered' ? result.project : project;
    const state = result.kind === 'refused' && result.by === 'place' ? 'held' : 'refused';
    const storage = await this.#parts.storage;
    await storage.put(refused.map((entry) => ({ ...entry, project: present, state })));
    await storage.remove(done);
    this.#savedAt = this.#parts.now();
    if (this.#state.kind === 'signed-out') this.#state = { kind: 'saving' };
    await this.refresh();
    const sequence = result.kind === 'answered' ? result.sequence : 0;
    for (const listener of this.#answered) listener({ workspace, project, sequence, outcomes });
  }

  #showProgress(): void {
    const waits = this.#kept.some(isOpen) || this.#coming.size > 0;
    this.#show(waits ? { kind: 'saving' } : { kind: 'saved', at: this.#savedAt });
  }

  #show(state: SaveState): void {
    this.#state = state;
    for (const listener of this.#changed) listener();
  }
}

function refusal({ id, path }: KeptOp['op'], reason: string): Settled {
  return { id, path, outcome: 'refused', reason };
}
