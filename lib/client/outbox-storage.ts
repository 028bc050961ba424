import { openDB, type DBSchema } from 'idb';
import { coalesceInto, nextBatch, type KeptOp } from './kept-ops.ts';

/**
 * Where unsent edits lie. Several tabs share it, so each step is one transaction: an edit is never folded into one that
 * another tab has just sent, because the server would answer the repeated id without looking at the new value.
 */
export interface OutboxStorage {
  /** Whether the edits outlive the tab. */
  readonly durable: boolean;
  all(user: string): Promise<readonly KeptOp[]>;
  /** Keeps an edit, folded into an unsent one of the same field where there is one; answers with the id it travels under. */
  add(entry: KeptOp): Promise<string>;
  /** The next edits to send, marked as sent. */
  take(user: string): Promise<readonly KeptOp[]>;
  put(entries: readonly KeptOp[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

interface OutboxDatabase extends DBSchema {
  ops: { key: string; value: KeptOp; indexes: { user: string } };
}

/**
 * Opens the browser's own database. A browser may refuse (private windows, storage switched off, a full disk); then
 * edits are kept in memory and the page says that the tab must stay open.
 */
export async function openOutboxStorage(): Promise<OutboxStorage> {
  try {
    return await databaseStorage();
  } catch {
    return memoryStorage();
  }
}

async function databaseStorage(): Promise<OutboxStorage> {
  const database = await openDB<OutboxDatabase>('plumbline', 1, {
    upgrade(opened) {
      opened.createObjectStore('ops', { keyPath: 'op.id' }).createIndex('user', 'user');
    },
  });
  return {
    durable: true,
    all: async (user) => inOrder(await database.getAllFromIndex('ops', 'user', user)),
    async add(entry) {
      const work = database.transaction('ops', 'readwrite');
      const stands = folded(inOrder(await work.store.index('user').getAll(entry.user)), entry);
      await work.store.put(stands);
      await work.done;
      return stands.op.id;
    },
    async take(user) {
      const work = database.transaction('ops', 'readwrite');
      const batch = asSent(nextBatch(await work.store.index('user').getAll(user)));
      await Promise.all([...batch.map((entry) => work.store.put(entry)), work.done]);
      return batch;
    },
    async put(entries) {
      const work = database.transaction('ops', 'readwrite');
      await Promise.all([...entries.map((entry) => work.store.put(entry)), work.done]);
    },
    async remove(ids) {
      const work = database.transaction('ops', 'readwrite');
      await Promise.all([...ids.map((id) => work.store.delete(id)), work.done]);
    },
  };
}

export function memoryStorage(): OutboxStorage {
  const kept = new Map<string, KeptOp>();
  const put = (entries: readonly KeptOp[]) => {
    for (const entry of entries) kept.set(entry.op.id, entry);
  };
  const of = (user: string) => inOrder([...kept.values()].filter((entry) => entry.user === user));
  return {
    durable: false,
    all: async (user) => of(user),
    async add(entry) {
      const stands = folded(of(entry.user), entry);
      put([stands]);
      return stands.op.id;
    },
    async take(user) {
      const batch = asSent(nextBatch(of(user)));
      put(batch);
      return batch;
    },
    put: async (entries) => put(entries),
    async remove(ids) {
      for (const id of ids) kept.delete(id);
    },
  };
}

function folded(kept: readonly KeptOp[], entry: KeptOp): KeptOp {
  return coalesceInto(kept, entry) ?? entry;
}

function asSent(batch: readonly KeptOp[]): KeptOp[] {
  return batch.map((entry) => ({ ...entry, state: 'sent' }));
}

/** Ids are UUIDv7, so their order is the order in which the edits were made. */
function inOrder(entries: readonly KeptOp[]): KeptOp[] {
  return entries.toSorted((a, b) => (a.op.id < b.op.id ? -1 : 1));
}
