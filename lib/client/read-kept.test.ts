import { describe, expect, it } from 'vitest';
import { readKept } from './read-kept.ts';

const op = { id: '01', kind: 'set', path: 'business.objective', base: '', value: 'Lower the loss' };
const entry = { workspace: 'acme', project: 'fraud', user: 'sam', at: 1, order: 4, state: 'waiting', op };

describe('an edit as it lies in the browser', () => {
  it('is read as it was kept', () => {
    expect(readKept(entry)).toEqual(entry);
  });

  it('comes first where it was kept before edits had an order', () => {
    const { order: _none, ...older } = entry;
    expect(readKept(older)).toEqual({ ...entry, order: 0 });
  });

  it.each([
    { ...entry, op: { ...op, kind: 'splice' } },
    { ...entry, op: { ...op, path: ['business', 'objective'] } },
    { ...entry, state: 'parked' },
    { ...entry, at: '2026-11-25' },
    { ...entry, op: { id: '01', kind: 'insert', path: 'a.b', value: 'no item' } },
  ])('is shown to its author and never sent where it means nothing here: %j', (unknown) => {
    const read = readKept(unknown);
    expect(read).toMatchObject({
      workspace: 'acme',
      project: 'fraud',
      user: 'sam',
      state: 'refused',
      op: { id: '01', kind: 'set', value: unknown.op.value },
      outcome: { outcome: 'refused', reason: expect.stringContaining('Another version of Plumbline') },
    });
  });

  it('is not what makes a page fail, whatever lies there', () => {
    for (const garbage of [null, 'text', [], {}, { op: null }, { op: { id: 7 } }]) {
      expect(readKept(garbage).state).toBe('refused');
    }
  });
});
