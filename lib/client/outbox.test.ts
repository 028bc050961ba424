import { describe, expect, it } from 'vitest';
import type { KeptOp } from './kept-ops.ts';
import { memoryStorage } from './outbox-storage.ts';
import { Outbox, type Answered, type SendResult } from './outbox.ts';

const project = { workspace: 'acme', project: 'fraud' };

function setOp(id: string, path: string, value: string, base = '') {
  return { ...project, op: { id, kind: 'set', path, base, value } as const };
}

/** An outbox whose server answers what the test says, batch by batch. */
function outboxWith(answers: SendResult[], storage = memoryStorage(), user = 'sam') {
  const batches: (readonly KeptOp[])[] = [];
  const told: Answered[] = [];
  const outbox = new Outbox({
    user,
    storage: Promise.resolve(storage),
    send: async (_address, batch) => {
      batches.push(batch);
      return answers.shift() ?? applied(batch);
    },
    alone: (work) => work(),
    now: () => 1000,
  });
  outbox.onAnswer((answer) => told.push(answer));
  return { outbox, batches, told, storage };
}

function applied(batch: readonly KeptOp[]): SendResult {
  const outcomes = batch.map(({ op }) => ({ id: op.id, path: op.path, outcome: 'applied' as const }));
  return { kind: 'answered', sequence: 7, outcomes };
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
    await storage.add({ ...setOp('01', 'a.b', 'one'), user: 'sam', at: 0, state: 'waiting' });
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

  it('says when it tries again while the server fails', async () => {
    const { outbox } = outboxWith([{ kind: 'wait' }]);
    await outbox.add(setOp('01', 'a.b', 'one'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'not-saved');
    expect(outbox.state).toEqual({ kind: 'not-saved', kept: 1, retryAt: 2000 });
    outbox.close();
  });

  it('stops when signed out, and goes on after signing in', async () => {
    const { outbox, batches } = outboxWith([{ kind: 'signed-out' }]);
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
    const { outbox } = outboxWith([{ kind: 'answered', sequence: 9, outcomes: [conflict] }]);
    await outbox.add(setOp('01', 'a.b', 'mine'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(outbox.kept).toMatchObject([{ state: 'refused', outcome: { current: 'theirs' } }]);
    await outbox.discard('01');
    expect(outbox.kept).toEqual([]);
  });

  it('refuses the whole batch with the reason where the server will not take it', async () => {
    const { outbox } = outboxWith([{ kind: 'refused', reason: 'This project is archived. Restore it first.' }]);
    await outbox.add(setOp('01', 'a.b', 'mine'));
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(outbox.kept[0]?.outcome?.reason).toBe('This project is archived. Restore it first.');
  });

  it('does not touch the edits of another person', async () => {
    const storage = memoryStorage();
    await storage.add({ ...setOp('01', 'a.b', 'of dana'), user: 'dana', at: 0, state: 'waiting' });
    const { outbox, batches } = outboxWith([], storage);
    await outbox.open();
    outbox.flush();
    await until(outbox, () => outbox.state.kind === 'saved');
    expect(batches).toEqual([]);
    expect(await storage.all('dana')).toHaveLength(1);
  });

  it('takes up what an earlier visit left', async () => {
    const storage = memoryStorage();
    await storage.add({ ...setOp('01', 'a.b', 'kept'), user: 'sam', at: 0, state: 'waiting' });
    const { outbox, batches } = outboxWith([], storage);
    await outbox.open();
    await until(outbox, () => outbox.state.kind === 'saved' && outbox.kept.length === 0);
    expect(batches).toHaveLength(1);
  });
});
