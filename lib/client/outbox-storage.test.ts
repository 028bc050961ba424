import { describe, expect, it } from 'vitest';
import type { KeptOp } from './kept-ops.ts';
import { memoryStorage, withFallback, type OutboxStorage } from './outbox-storage.ts';

function kept(id: string, path: string, more: Partial<KeptOp> = {}): KeptOp {
  const op = { id, kind: 'set', path, base: '', value: `what ${id} says` } as const;
  return { workspace: 'acme', project: 'fraud', op, user: 'sam', at: 0, order: 0, state: 'waiting', ...more };
}

/** A browser's storage that works until it is told to fail, as one does when the disk is full. */
function failing() {
  const inner = memoryStorage();
  let full = false;
  const unless = <T>(work: () => Promise<T>): Promise<T> =>
    full ? Promise.reject(new DOMException('No room', 'QuotaExceededError')) : work();
  const storage: OutboxStorage = {
    ...inner,
    durable: true,
    add: (entry) => unless(() => inner.add(entry)),
    take: (user, most) => unless(() => inner.take(user, most)),
    all: (user) => unless(() => inner.all(user)),
    put: (entries) => unless(() => inner.put(entries)),
  };
  return { storage: withFallback(storage), fill: () => (full = true) };
}

const ids = (entries: readonly KeptOp[]) => entries.map(({ op }) => op.id);

describe('storage that fails half-way', () => {
  it('goes on in memory with all that was seen of it, and says that the tab must stay open', async () => {
    const { storage, fill } = failing();
    await storage.add(kept('01', 'a.one'));
    await storage.add(kept('02', 'a.two'));
    await storage.take('sam', 1);
    expect(storage.durable).toBe(true);
    fill();
    expect(await storage.add(kept('03', 'a.three'))).toMatchObject({ op: { id: '03' }, order: 3 });
    expect(storage.durable).toBe(false);
    expect(await storage.all('sam')).toMatchObject([
      { op: { id: '01' }, state: 'sent' },
      { op: { id: '02' }, state: 'waiting' },
      { op: { id: '03' }, state: 'waiting' },
    ]);
    expect(ids(await storage.take('sam'))).toEqual(['01', '02', '03']);
    await storage.remove(['01', '02', '03']);
    expect(await storage.all('sam')).toEqual([]);
  });

  it('knows what other tabs have put there and taken away', async () => {
    const shared = memoryStorage();
    let full = false;
    const storage = withFallback({
      ...shared,
      all: (user) => (full ? Promise.reject(new Error('The connection was closed')) : shared.all(user)),
    });
    await storage.add(kept('01', 'a.one'));
    await shared.put([kept('02', 'a.two')]);
    await shared.remove(['01']);
    await storage.all('sam');
    full = true;
    expect(ids(await storage.all('sam'))).toEqual(['02']);
  });
});

describe('a batch', () => {
  it('holds no more than a proxy lets pass, and at least one edit', async () => {
    const storage = memoryStorage();
    const long = { value: 'x'.repeat(50_000) };
    for (const id of ['01', '02', '03']) {
      await storage.add(kept(id, `a.${id}`, { op: { id, kind: 'set', path: `a.${id}`, base: '', ...long } }));
    }
    expect(ids(await storage.take('sam'))).toEqual(['01']);
    expect(ids(await storage.take('sam', 2))).toEqual(['01']);
  });

  it('is of one project, and leaves out what waits for its author', async () => {
    const storage = memoryStorage();
    await storage.put([
      kept('01', 'a.one', { state: 'refused', order: 1 }),
      kept('02', 'a.two', { state: 'held', order: 2 }),
      kept('03', 'a.three', { order: 3 }),
      kept('04', 'a.four', { order: 4, project: 'churn' }),
      kept('05', 'a.five', { order: 5 }),
    ]);
    expect(ids(await storage.take('sam'))).toEqual(['03', '05']);
    expect(await storage.people()).toEqual(['sam']);
  });
});
