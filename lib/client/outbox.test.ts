import { describe, expect, it, vi } from 'vitest';
import { notePad } from '#test/note-pad.ts';
import { hasteNotes, type HasteNotes } from './haste-notes.ts';
import type { KeptOp } from './kept-ops.ts';
import { memoryStorage, type OutboxStorage } from './outbox-storage.ts';
import { Outbox, type Answered, type Hint, type SendResult } from './outbox.ts';

const project = { workspace: 'acme', project: 'fraud' };

function setOp(id: string, path: string, value: string, base = '') {
  return { ...project, op: { id, kind: 'set', path, base, value } as const };
}

/** The same as it lies in the storage. */
function kept(id: string, path: string, value: string, more: Partial<KeptOp> = {}): KeptOp {
  return { ...setOp(id, path, value), user: 'sam', at: 0, order: 0, state: 'waiting', ...more };
}

/** An outbox whose server answers what the test says, batch by batch. */
function outboxWith(
  answers: SendResult[],
  storage: OutboxStorage = memoryStorage(),
  user = 'sam',
  otherwise: (batch: readonly KeptOp[]) => SendResult = applied,
  alone: (work: () => Promise<void>) => Promise<void> = (work) => work(),
  notes: HasteNotes = hasteNotes(null),
) {
  const batches: (readonly KeptOp[])[] = [];
  const told: Answered[] = [];
  const hints: Hint[] = [];
  const outbox = new Outbox({
    user,
    storage: Promise.resolve(storage),
    notes,
    send: async (_address, batch) => {
      batches.push(batch);
      return answers.shift() ?? otherwise(batch);
    },
    alone,
    tell: (hint) => hints.push(hint),
    now: () => 1000,
  });
  outbox.onAnswer((answer) => told.push(answer));
  return { outbox, batches, told, hints, storage };
}

function applied(batch: readonly KeptOp[]): SendResult {
  const outcomes = batch.map(({ op }) => ({ id: op.id, path: op.path, outcome: 'applied' as const }));
  return { kind: 'answered', project: 'fraud', sequence: 7, outcomes };
}

async function until(outbox: Outbox, holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const stop = outbox.onChange(() => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}

describe('the outbox', () => {
  it('sends what was typed last in one field as one edit against what stood before', async () => {
    const { outbox, batches, told } = outboxWith([]);
    await outbox.add(setOp('01', 'business.objective', 'C', 'before'));
    await outbox.add(setOp('02', 'business.objective', 'Cu', 'hash of C'));
    expect(await outbox.add(setOp('03', 'business.objective', 'Cut', 'hash of Cu'))).toBe('01');
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(batches.map((batch) => batch.map(({ op }) => op))).toEqual([
      [{ id: '01', kind: 'set', path: 'business.objective', base: 'before', value: 'Cut' }],
    ]);
    expect(told).toMatchObject([{ sequence: 7 }]);
    expect(outbox.kept).toEqual([]);
  });

  it('never changes an edit that has been sent', async () => {
    const { outbox, storage } = outboxWith([]);
    await storage.add(kept('01', 'a.b', 'one'));
    await storage.take('sam');
    expect(await outbox.add(setOp('02', 'a.b', 'two'))).toBe('02');
  });

  it('keeps the order of edits around an insert', async () => {
    const { outbox, batches } = outboxWith([]);
    await outbox.add(setOp('01', 'framing.classes.x.name', 'one'));
    await outbox.add({ ...project, op: { id: '02', kind: 'remove', path: 'framing.classes.x', base: '' } });
    await outbox.add(setOp('03', 'framing.classes.x.name', 'two'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(batches[0]?.map(({ op }) => op.id)).toEqual(['01', '02', '03']);
  });

  it('keeps everything while offline and sends the same ids when it is back', async () => {
    const { outbox, batches } = outboxWith([{ kind: 'offline' }]);
    await outbox.add(setOp('01', 'a.b', 'one'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'offline');
    expect(outbox.state).toEqual({ kind: 'offline', kept: 1 });
    await outbox.add(setOp('02', 'a.c', 'two'));
    expect(outbox.state).toEqual({ kind: 'offline', kept: 2 });
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(batches.map((batch) => batch.map(({ op }) => op.id))).toEqual([['01'], ['01', '02']]);
  });

  it('says that the connection is gone before anything was typed, and that it is back', async () => {
    const { outbox } = outboxWith([]);
    outbox.loseConnection();
    expect(outbox.state).toEqual({ kind: 'offline', kept: 0 });
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
  });

  it('says when it tries again while the server fails', async () => {
    const { outbox } = outboxWith([{ kind: 'wait', why: 'failing' }]);
    await outbox.add(setOp('01', 'a.b', 'one'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'not-saved');
    expect(outbox.state).toEqual({ kind: 'not-saved', kept: 1, why: 'failing', retryAt: 2000 });
    outbox.close();
  });

  it('tries again soon after a line that is back has failed once more', async () => {
    vi.useFakeTimers();
    const failing = Array.from({ length: 6 }, () => ({ kind: 'wait', why: 'no-answer' }) as const);
    const { outbox, batches } = outboxWith(failing);
    await outbox.add(setOp('01', 'a.b', 'one'));
    outbox.flush();
    await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000 + 8000);
    expect(batches).toHaveLength(5);
    outbox.flush();
    await vi.advanceTimersByTimeAsync(1000);
    expect(batches).toHaveLength(7);
    expect(outbox.state.kind).toBe('saved');
    vi.useRealTimers();
  });

  it('stops when signed out, and goes on after signing in', async () => {
    const { outbox, batches } = outboxWith([{ kind: 'signed-out', somebodyElse: false }]);
    await outbox.add(setOp('01', 'a.b', 'one'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'signed-out');
    expect(outbox.kept).toHaveLength(1);
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(batches).toHaveLength(2);
  });

  it('lists refused edits until they are looked at', async () => {
    const conflict = { id: '01', path: 'a.b', outcome: 'conflict', current: 'theirs' } as const;
    const { outbox, hints } = outboxWith([{ kind: 'answered', project: 'fraud', sequence: 9, outcomes: [conflict] }]);
    await outbox.add(setOp('01', 'a.b', 'mine'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(outbox.kept).toMatchObject([{ state: 'refused', outcome: { current: 'theirs' } }]);
    const list = outbox.kept;
    await outbox.discard(['01']);
    expect(outbox.kept).toEqual([]);
    await outbox.putBack(list);
    expect(outbox.kept).toEqual(list);
    expect(hints).toEqual(['list-changed', 'list-changed']);
  });

  it('holds what a project does not take in, and sends it again as it is when asked', async () => {
    const reason = 'This project is archived. Restore it first.';
    const { outbox, batches } = outboxWith([{ kind: 'refused', by: 'place', reason }]);
    await outbox.add(setOp('01', 'a.b', 'mine'));
    await outbox.add({ ...setOp('02', 'a.b', 'elsewhere'), project: 'churn' });
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(outbox.kept).toMatchObject([{ op: { id: '01' }, state: 'held', outcome: { reason } }]);
    await outbox.sendHeld({ workspace: 'acme', project: 'churn' });
    expect(outbox.kept).toHaveLength(1);
    await outbox.sendHeld(project);
    await until(outbox, () => outbox.kept.length === 0);
    expect(batches.map((batch) => batch.map(({ op }) => op.id))).toEqual([['01'], ['02'], ['01']]);
  });

  it('finds the one edit for which the server refuses a batch, and sends the others', async () => {
    const storage = memoryStorage();
    await storage.put(['01', '02', '03', '04', '05'].map((id) => kept(id, `a.${id}`, 'mine')));
    const refuse = (batch: readonly KeptOp[]): SendResult =>
      batch.some(({ op }) => op.id === '03')
        ? { kind: 'refused', by: 'content', reason: 'The request is too large.' }
        : applied(batch);
    const { outbox, told } = outboxWith([], storage, 'sam', refuse);
    await outbox.open();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(outbox.kept).toMatchObject([{ op: { id: '03' }, outcome: { reason: 'The request is too large.' } }]);
    const taken = told.flatMap(({ outcomes }) => outcomes.filter(({ outcome }) => outcome === 'applied'));
    expect(taken.map(({ id }) => id)).toEqual(['01', '02', '04', '05']);
  });

  it('keeps what is refused under the address that the project has now', async () => {
    const refusal = { id: '01', path: 'a.b', outcome: 'refused', reason: 'There is no such field.' } as const;
    const { outbox } = outboxWith([{ kind: 'answered', project: 'card-fraud', sequence: 9, outcomes: [refusal] }]);
    await outbox.add(setOp('01', 'a.b', 'mine'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(outbox.kept).toMatchObject([{ state: 'refused', project: 'card-fraud' }]);
  });

  it('sends in the order in which edits were made, also when the clock was put back between them', async () => {
    const { outbox, batches } = outboxWith([]);
    await outbox.add({ ...project, op: { id: '20', kind: 'insert', path: 'a.b', value: { id: 'x' }, after: null } });
    await outbox.add(setOp('10', 'a.b.x.name', 'made after it'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(batches[0]?.map(({ op }) => op.id)).toEqual(['20', '10']);
  });

  it('writes down at once what is still on its way into the storage when the page may go', async () => {
    const notes = hasteNotes(notePad());
    const arrival = Promise.withResolvers<void>();
    const inner = memoryStorage();
    const slow = { ...inner, add: (entry: KeptOp) => arrival.promise.then(() => inner.add(entry)) };
    const { outbox } = outboxWith([], slow, 'sam', applied, undefined, notes);
    const added = outbox.add(setOp('01', 'a.b', 'last words'));
    outbox.hurry();
    expect(notes.read()).toMatchObject([{ op: { id: '01', value: 'last words' }, order: 1 }]);
    arrival.resolve();
    await added;
    expect(notes.read()).toEqual([]);
  });

  it('says that somebody else is signed in', async () => {
    const { outbox } = outboxWith([{ kind: 'signed-out', somebodyElse: true }]);
    await outbox.add(setOp('01', 'a.b', 'mine'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'signed-out');
    expect(outbox.state).toEqual({ kind: 'signed-out', kept: 1, somebodyElse: true });
  });

  it('does not touch the edits of another person', async () => {
    const storage = memoryStorage();
    await storage.add(kept('01', 'a.b', 'of dana', { user: 'dana' }));
    const { outbox, batches } = outboxWith([], storage);
    await outbox.open();
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(batches).toEqual([]);
    expect(await storage.all('dana')).toHaveLength(1);
  });

  it('takes up what an earlier visit left', async () => {
    const storage = memoryStorage();
    await storage.add(kept('01', 'a.b', 'kept'));
    const { outbox, batches } = outboxWith([], storage);
    await outbox.open();
    await until(outbox, () => outbox.state.kind === 'saved' && outbox.kept.length === 0);
    expect(batches).toHaveLength(1);
  });
});

describe('an outbox whose neighbour in another tab sends', () => {
  it('says what stands in the way there, and that it is over', async () => {
    const { outbox } = outboxWith([], memoryStorage());
    outbox.hearOf({ kind: 'signed-out', kept: 2, somebodyElse: false });
    expect(outbox.state.kind).toBe('signed-out');
    outbox.hear({ ...project, sequence: 8, outcomes: [] });
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(outbox.state).toEqual({ kind: 'saved', at: 1000 });
  });

  it('goes on in its place when it is closed', async () => {
    const gone = Promise.withResolvers<void>();
    const storage = memoryStorage();
    await storage.add(kept('01', 'a.b', 'typed over there'));
    const { outbox, batches } = outboxWith([], storage, 'sam', applied, async (work) => {
      await gone.promise;
      await work();
    });
    outbox.hearOf({ kind: 'not-saved', kept: 1, retryAt: 2000, why: 'no-answer' });
    expect(batches).toEqual([]);
    gone.resolve();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(batches).toHaveLength(1);
  });

  it('asks it to try now', async () => {
    const { outbox, hints } = outboxWith([], memoryStorage(), 'sam', applied, () => new Promise(() => undefined));
    outbox.flush();
    outbox.flush();
    expect(hints).toEqual(['try-now']);
  });
});
