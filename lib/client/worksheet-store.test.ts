import { describe, expect, it } from 'vitest';
import { applyOps } from '#lib/domain/worksheets/operations.ts';
import type { KeptOp } from './kept-ops.ts';
import type { Answered } from './outbox.ts';
import type { Sections } from './pending-edits.ts';
import { WorksheetStore } from './worksheet-store.ts';

const address = { workspace: 'acme', project: 'fraud' };

/** A store whose outbox does nothing until the test lets the server answer. */
function open(sections: Sections = {}) {
  const sent: KeptOp['op'][] = [];
  let answer: (answered: Answered) => void = () => undefined;
  let count = 0;
  let now = 0;
  const store = new WorksheetStore({
    address,
    server: { sections, rest: {}, sequence: 1 },
    outbox: {
      add: async ({ op }) => {
        sent.push(op);
        return op.id;
      },
      flush: () => undefined,
      onAnswer: (listener) => {
        answer = listener;
        return () => undefined;
      },
    },
    newOpId: () => `op-${(count += 1)}`,
    now: () => now,
    isProse: (path) => path.endsWith('objective'),
  });
  const settle = async (sequence: number, outcome: 'applied' | 'conflict') => {
    await Promise.resolve();
    answer({ ...address, sequence, outcomes: sent.map(({ id, path }) => ({ id, path, outcome })) });
  };
  const wait = (ms: number) => {
    now += ms;
  };
  return { store, sent, settle, wait };
}

describe('the worksheet on the page', () => {
  it('shows an edit at once and sends it against what stood before', () => {
    const { store, sent } = open({ business: { objectiveOwner: 'Fraud lead' } });
    store.set('business.objectiveOwner', 'Head of payments');
    expect(store.valueAt('business.objectiveOwner')).toBe('Head of payments');
    expect(applyOps({ business: { objectiveOwner: 'Fraud lead' } }, sent).outcomes[0]?.outcome).toBe('applied');
  });

  it('keeps the identity of what did not change', () => {
    const { store } = open({ overview: { inScope: [{ id: 'a', text: 'cards' }] }, business: {} });
    const before = store.valueAt('overview.inScope');
    store.set('business.objective', 'Cut fraud loss');
    expect(store.valueAt('overview.inScope')).toBe(before);
  });

  it('keeps what is typed here when somebody else changes the same field, until the server decides', async () => {
    const { store, settle } = open({ business: { objectiveOwner: 'A' } });
    store.set('business.objectiveOwner', 'Mine');
    store.replace({ sections: { business: { objectiveOwner: 'Theirs' } }, sequence: 2 });
    expect(store.valueAt('business.objectiveOwner')).toBe('Mine');
    await settle(2, 'conflict');
    expect(store.valueAt('business.objectiveOwner')).toBe('Theirs');
  });

  it('shows an answered edit until the log has told it back', async () => {
    const { store, settle } = open();
    store.set('business.objectiveOwner', 'Mine');
    await settle(3, 'applied');
    store.replace({ sections: { business: {} }, sequence: 2 });
    expect(store.valueAt('business.objectiveOwner')).toBe('Mine');
    store.replace({ sections: { business: { objectiveOwner: 'Changed since' } }, sequence: 4 });
    expect(store.valueAt('business.objectiveOwner')).toBe('Changed since');
  });

  it('sends a text so that it can be merged with what somebody else wrote meanwhile', () => {
    const { store, sent } = open({ business: { objective: 'Cut fraud loss by a third.' } });
    store.set('business.objective', 'Cut fraud loss by a half.');
    const theirs = { business: { objective: 'We cut fraud loss by a third.' } };
    expect(applyOps(theirs, sent).sections).toEqual({ business: { objective: 'We cut fraud loss by a half.' } });
  });

  it('keeps what stands beside the sections until it is read anew', () => {
    const { store } = open();
    const rest = { waivers: [{ check: 'MET-01', path: 'metrics.items.m1', reason: 'Pilot', by: 'Lead' }] };
    store.replace({ sections: {}, rest, sequence: 2 });
    store.replace({ sections: { business: {} }, sequence: 3 });
    expect(store.rest).toBe(rest);
  });

  it('shows edits that an earlier visit left', () => {
    const { store } = open();
    const op = { id: 'old', kind: 'set', path: 'business.objectiveOwner', base: '', value: 'Kept' } as const;
    store.adopt([{ ...address, op, user: 'sam', at: 0, order: 1, state: 'waiting' }]);
    expect(store.valueAt('business.objectiveOwner')).toBe('Kept');
  });
});

describe('undo', () => {
  it('takes back a burst of typing as one edit, and redoes it', () => {
    const { store, wait } = open();
    store.set('business.objectiveOwner', 'F');
    wait(100);
    store.set('business.objectiveOwner', 'Fr');
    wait(5000);
    store.set('business.objectiveOwner', 'Fraud');
    store.undo();
    expect(store.valueAt('business.objectiveOwner')).toBe('Fr');
    store.undo();
    expect(store.valueAt('business.objectiveOwner')).toBeUndefined();
    store.redo();
    expect(store.valueAt('business.objectiveOwner')).toBe('Fr');
  });

  it('brings a removed item back to its place', () => {
    const items = [
      { id: 'a', text: 'one' },
      { id: 'b', text: 'two' },
    ];
    const { store } = open({ overview: { inScope: items } });
    store.remove('overview.inScope.a');
    expect(store.valueAt('overview.inScope.a')).toBeUndefined();
    store.undo();
    expect(store.valueAt('overview.inScope')).toEqual(items);
  });

  it('moves an item back', () => {
    const { store } = open({ overview: { inScope: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] } });
    store.move('overview.inScope.c', null);
    expect(store.valueAt('overview.inScope')).toEqual([{ id: 'c' }, { id: 'a' }, { id: 'b' }]);
    store.undo();
    expect(store.valueAt('overview.inScope')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
  });

  it('leaves alone what somebody else has changed since', async () => {
    const { store, settle } = open();
    store.set('business.objectiveOwner', 'Mine');
    await settle(2, 'applied');
    store.replace({ sections: { business: { objectiveOwner: 'Theirs' } }, sequence: 3 });
    expect(store.undo()).toBeNull();
    expect(store.valueAt('business.objectiveOwner')).toBe('Theirs');
  });

  it('takes only its own words out of a text that others have changed', async () => {
    const { store, sent, settle } = open({ business: { objective: 'Cut loss.\n\nSecond.' } });
    store.set('business.objective', 'Cut fraud loss.\n\nSecond.');
    await settle(2, 'applied');
    const theirs = { business: { objective: 'Cut fraud loss.\n\nSecond, theirs.' } };
    store.replace({ sections: theirs, sequence: 3 });
    store.undo();
    expect(applyOps(theirs, sent.slice(1)).sections).toEqual({
      business: { objective: 'Cut loss.\n\nSecond, theirs.' },
    });
  });
});
