import pg from 'pg';
import { env } from './env.ts';
import { applicationName } from './db.ts';
import { presence, presenceChannel } from './presence.ts';
import { forget, oncePerProcess } from './process-wide.ts';
import { channel } from './store/announcements.ts';

/** Readers are woken at least this often, so that a lost announcement only costs time. */
const pollMs = 10_000;
const reconnectAtMostMs = 10_000;

type Wake = () => void;
/** Undefined where any stream may have moved. */
type WakeFor = (streamId: string | undefined) => void;

/**
 * Wakes the readers of a stream when it moves, whichever instance moved it. It carries no events: each reader asks the
 * log for what comes after its own cursor.
 */
class Hub {
  #readers = new Map<string, Set<Wake>>();
  #readersOfAll = new Set<WakeFor>();
  #client: pg.Client | undefined;
  #closed = false;
  #failures = 0;
  #reconnect: NodeJS.Timeout | undefined;
  readonly #poll = setInterval(() => this.#wakeAll(), pollMs).unref();

  /** Calls `wake` whenever the stream may have moved; the answer ends it. */
  subscribe(streamId: string, wake: Wake): () => void {
    const readers = this.#readers.get(streamId) ?? new Set();
    this.#readers.set(streamId, readers.add(wake));
    return () => {
      readers.delete(wake);
      if (readers.size === 0) this.#readers.delete(streamId);
    };
  }

  /** The same for every stream there is. */
  subscribeToAll(wake: WakeFor): () => void {
    this.#readersOfAll.add(wake);
    return () => this.#readersOfAll.delete(wake);
  }

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: env().directDatabaseUrl,
      application_name: `${applicationName} events`,
      keepAlive: true,
    });
    this.#client = client;
    client.on('notification', ({ channel: from, payload = '' }) => {
      if (from === presenceChannel) presence().hear(payload);
      else this.#wake(payload.split(':', 1)[0] ?? '');
    });
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}; LISTEN ${presenceChannel}`);
      this.#failures = 0;
      // Whatever was announced while nobody listened is found by looking.
      this.#wakeAll();
    } catch {
      this.#lost(client);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#poll);
    clearTimeout(this.#reconnect);
    await this.#client?.end().catch(() => undefined);
  }

  #lost(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    const delay = Math.min(100 * 2 ** this.#failures, reconnectAtMostMs);
    this.#failures += 1;
    this.#reconnect = setTimeout(() => void this.connect(), delay).unref();
  }

  #wake(streamId: string): void {
    for (const wake of this.#readers.get(streamId) ?? []) wake();
    for (const wake of this.#readersOfAll) wake(streamId);
  }

  #wakeAll(): void {
    for (const readers of this.#readers.values()) for (const wake of readers) wake();
    for (const wake of this.#readersOfAll) wake(undefined);
  }
}

/** The one hub of this process; it connects when somebody first listens. */
export function hub(): Hub {
  return oncePerProcess('hub', () => {
    const made = new Hub();
    void made.connect();
    return made;
  });
}

export async function closeHub(): Promise<void> {
  const made = forget('hub');
  if (made instanceof Hub) await made.close();
}
