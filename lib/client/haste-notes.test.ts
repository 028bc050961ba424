import { describe, expect, it } from 'vitest';
import { notePad } from '#test/note-pad.ts';
import { hasteNotes } from './haste-notes.ts';
import type { KeptOp } from './kept-ops.ts';
import { memoryStorage, takeInNotes } from './outbox-storage.ts';

function kept(id: string, value: string, order: number): KeptOp {
  const op = { id, kind: 'set', path: 'a.b', base: '', value } as const;
  return { workspace: 'acme', project: 'fraud', op, user: 'sam', at: 0, order, state: 'waiting' };
}

const durable = () => ({ ...memoryStorage(), durable: true });

describe('notes of a page that may be gone in a moment', () => {
  it('are found by the next page, and go where all edits lie', async () => {
    const pad = notePad();
    pad.setItem('of somebody else', 'stays');
    hasteNotes(pad).write([kept('01', 'Lower', 1), kept('02', 'Lower t', 2)]);
    const storage = durable();
    await takeInNotes(storage, hasteNotes(pad));
    expect(await storage.all('sam')).toEqual([kept('01', 'Lower', 1), kept('02', 'Lower t', 2)]);
    expect(hasteNotes(pad).read()).toEqual([]);
    expect(pad.getItem('of somebody else')).toBe('stays');
  });

  it('take nothing back that reached the storage and went on there', async () => {
    const notes = hasteNotes(notePad());
    notes.write([kept('01', 'Lower', 1)]);
    const storage = durable();
    await storage.put([{ ...kept('01', 'Lower the loss', 1), state: 'sent' }]);
    await takeInNotes(storage, notes);
    expect(await storage.all('sam')).toEqual([{ ...kept('01', 'Lower the loss', 1), state: 'sent' }]);
  });

  it('stay where nothing else outlives the tab', async () => {
    const notes = hasteNotes(notePad());
    notes.write([kept('01', 'Lower', 1)]);
    const storage = memoryStorage();
    await takeInNotes(storage, notes);
    expect(await storage.all('sam')).toHaveLength(1);
    expect(notes.read()).toHaveLength(1);
  });

  it('are as many as there is room for', () => {
    const notes = hasteNotes(notePad(1));
    notes.write([kept('01', 'Lower', 1), kept('02', 'Lower t', 2)]);
    expect(notes.read()).toEqual([kept('01', 'Lower', 1)]);
  });

  it('are left out where they are none', () => {
    const pad = notePad();
    pad.setItem('plumbline-edit:01', '{"half');
    expect(hasteNotes(pad).read()).toEqual([]);
  });
});
