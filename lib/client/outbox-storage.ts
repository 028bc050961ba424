import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { browserNotes, type HasteNotes } from './haste-notes.ts';
import { coalesceInto, inOrder, nextBatch, nextOrder, type KeptOp } from './kept-ops.ts';
import { readKept } from './read-kept.ts';

/**
 * Where unsent edits lie. Several tabs share it, so each step is one transaction: an edit is never folded into one that
 * another tab has just sent, because the server would answer the repeated id without looking at the new value.
 */
export interface OutboxStorage {
  /** Whether the edits outlive the tab. */
  readonly durable: boolean;
  /** Ids of those whose edits lie here. */
  people(): Promise<readonly string[]>;
  /** In the order in which they were made. */
  all(user: string): Promise<readonly KeptOp[]>;
  /** Keeps an edit, folded into an unsent one of the same field where there is one; answers with what it has become. */
  add(entry: KeptOp): Promise<KeptOp>;
  /** Keeps edits as they are, but for those that lie there already, which may have become others since. */
  addMissing(entries: readonly KeptOp[]): Promise<void>;
  /** The next edits to send, at most so many, marked as sent. */
  take(user: string, most?: number): Promise<readonly KeptOp[]>;
  put(entries: readonly KeptOp[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

interface OutboxDatabase extends DBSchema {
  ops: { key: string; value: KeptOp; indexes: { user: string } };
}

/** A database that says nothing at all for so long is as good as refused. */
const OPENING_MS = 5000;

/**
 * Opens the browser's own database. A browser may refuse (private windows, storage switched off, a full disk); then
 * edits are kept in memory and the page says that the tab must stay open.
 */
export async function openOutboxStorage(): Promise<OutboxStorage> {
  try {
    const storage = withFallback(databaseStorage(await openDatabase()));
    await takeInNotes(storage, browserNotes);
    return storage;
  } catch {
    return memoryStorage();
  }
}

/** What a page wrote down on its way out goes where all edits lie, unless it came there before the page was gone. */
export async function takeInNotes(storage: OutboxStorage, notes: HasteNotes): Promise<void> {
  const found = notes.read();
  if (found.length === 0) return;
  await storage.addMissing(found);
  if (storage.durable) notes.forget(found.map(({ op }) => op.id));
}

async function openDatabase(): Promise<IDBPDatabase<OutboxDatabase>> {
  const opening = openDB<OutboxDatabase>('plumbline', 1, {
    upgrade(opened) {
      opened.createObjectStore('ops', { keyPath: 'op.id' }).createIndex('user', 'user');
    },
    // A newer Plumbline in another tab, or somebody who clears the data of this site, must not wait for this page.
    blocking: (_from, _to, { target }) => {
      if (target instanceof IDBDatabase) target.close();
    },
  });
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => silence.reject(new Error('The browser’s database does not open')), OPENING_MS);
  try {
    return await Promise.race([opening, silence.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function databaseStorage(database: IDBPDatabase<OutboxDatabase>): OutboxStorage {
  return {
    durable: true,
    people: async () => peopleOf(await database.getAll('ops')),
    all: async (user) => inOrder((await database.getAllFromIndex('ops', 'user', user)).map(readKept)),
    async add(entry) {
      const work = database.transaction('ops', 'readwrite');
      const kept = inOrder((await work.store.index('user').getAll(entry.user)).map(readKept));
      const stands = folded(kept, entry);
      await Promise.all([work.store.put(stands), work.done]);
      return stands;
    },
    async addMissing(entries) {
      const work = database.transaction('ops', 'readwrite');
      const there = new Set(await work.store.getAllKeys());
      await Promise.all([...missing(entries, there).map((entry) => work.store.put(entry)), work.done]);
    },
    async take(user, most) {
      const work = database.transaction('ops', 'readwrite');
      const kept = (await work.store.index('user').getAll(user)).map(readKept);
      const batch = asSent(nextBatch(kept, most));
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
    people: async () => peopleOf([...kept.values()]),
    all: async (user) => of(user),
    async add(entry) {
      const stands = folded(of(entry.user), entry);
      put([stands]);
      return stands;
    },
    addMissing: async (entries) => put(missing(entries, new Set(kept.keys()))),
    async take(user, most) {
      const batch = asSent(nextBatch(of(user), most));
      put(batch);
      return batch;
    },
    put: async (entries) => put(entries),
    async remove(ids) {
      for (const id of ids) kept.delete(id);
    },
  };
}

/**
 * The browser's storage for as long as it works. When it fails half-way (a full disk, data cleared under the page), all
 * that was seen of it goes on in memory, and no longer outlives the tab.
 */
export function withFallback(browser: OutboxStorage): OutboxStorage {
  const memory = memoryStorage();
  let failed = false;

  const done = async () => undefined;
  async function tried<T>(
    work: (storage: OutboxStorage) => Promise<T>,
    note: (result: T) => Promise<void>,
  ): Promise<T> {
    if (!failed) {
      try {
        const result = await work(browser);
        await note(result);
        return result;
      } catch {
        failed = true;
      }
    }
    return work(memory);
  }

  return {
    get durable() {
      return !failed && browser.durable;
    },
    people: () => tried((storage) => storage.people(), done),
    all: (user) =>
      tried(
        (storage) => storage.all(user),
        async (entries) => {
          await memory.remove((await memory.all(user)).map(({ op }) => op.id));
          await memory.put(entries);
        },
      ),
    add: (entry) =>
      tried(
        (storage) => storage.add(entry),
        (stands) => memory.put([stands]),
      ),
    addMissing: (entries) =>
      tried(
        (storage) => storage.addMissing(entries),
        () => memory.addMissing(entries),
      ),
    take: (user, most) =>
      tried(
        (storage) => storage.take(user, most),
        (batch) => memory.put(batch),
      ),
    put: (entries) =>
      tried(
        (storage) => storage.put(entries),
        () => memory.put(entries),
      ),
    remove: (ids) =>
      tried(
        (storage) => storage.remove(ids),
        () => memory.remove(ids),
      ),
  };
}

function peopleOf(entries: readonly KeptOp[]): readonly string[] {
  return [...new Set(entries.map(({ user }) => user))];
}

function missing(entries: readonly KeptOp[], there: ReadonlySet<string>): readonly KeptOp[] {
  return entries.filter(({ op }) => !there.has(op.id));
}

function folded(kept: readonly KeptOp[], entry: KeptOp): KeptOp {
  return coalesceInto(kept, entry) ?? { ...entry, order: nextOrder(kept) };
}

function asSent(batch: readonly KeptOp[]): KeptOp[] {
  return batch.map((entry) => ({ ...entry, state: 'sent' }));
}
