import { describe, expect, it } from 'vitest';
import type { Sections } from '#lib/client/pending-edits.ts';
import { WorksheetStore } from '#lib/client/worksheet-store.ts';
import type { KeptOp } from '#lib/client/kept-ops.ts';
import { applyOps, type Op } from '#lib/domain/worksheets/operations.ts';
import { keepYours, restoreLost } from './keep-yours.ts';
import { unsettledIn } from './unsettled.ts';

const address = { workspace: 'acme', project: 'fraud' };

/** A store over what the server has, and what the server makes of the edits that come out of it. */
function over(sections: Sections) {
  const sent: Op[] = [];
  let count = 0;
  const store = new WorksheetStore({
    address,
    server: { sections, rest: {}, sequence: 1 },
    outbox: {
      add: async ({ op }) => {
        sent.push(op);
        return op.id;
      },
      flush: () => undefined,
      onAnswer: () => () => undefined,
    },
    newOpId: () => `op-${(count += 1)}`,
    now: () => 0,
    isProse: () => false,
  });
  const atServer = () => {
    const { sections: after, outcomes } = applyOps(sections, sent);
    expect(outcomes.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'applied')).toEqual([]);
    return after;
  };
  return { store, atServer };
}

const set = (path: string, value: string): Op => ({ id: 'mine', kind: 'set', path, base: '', value });

describe('keeping one’s own edit', () => {
  it('writes over what somebody else wrote', () => {
    const { store, atServer } = over({ business: { deadline: '2027-01-15' } });
    keepYours(store, set('business.deadline', '2027-03-01'));
    expect(atServer()).toEqual({ business: { deadline: '2027-03-01' } });
  });

  it('takes away an answer for the whole that rules it out', () => {
    const { store, atServer } = over({ imbalance: { costMatrix: { notApplicable: 'No classes.' } } });
    keepYours(store, set('imbalance.costMatrix.fp', '5'));
    expect(atServer()).toEqual({ imbalance: { costMatrix: { fp: '5' } } });
  });

  it('adds an item beside one that took its id, and to a list that was answered as a whole', () => {
    const insert: Op = { id: 'mine', kind: 'insert', path: 'metrics.items', value: { id: 'm1' }, after: null };
    const taken = over({ metrics: { items: [{ id: 'm1', name: 'Theirs' }] } });
    keepYours(taken.store, insert);
    expect(taken.atServer()).toEqual({ metrics: { items: [{ id: 'm1-2' }, { id: 'm1', name: 'Theirs' }] } });
    const whole = over({ metrics: { items: { unknown: {} } } });
    keepYours(whole.store, insert);
    expect(whole.atServer()).toEqual({ metrics: { items: [{ id: 'm1' }] } });
  });

  it('deletes and moves what has changed since', () => {
    const { store, atServer } = over({ metrics: { items: [{ id: 'a' }, { id: 'b', name: 'New' }, { id: 'c' }] } });
    keepYours(store, { id: 'mine', kind: 'remove', path: 'metrics.items.b', base: 'old' });
    keepYours(store, { id: 'mine', kind: 'move', path: 'metrics.items.c', after: null });
    expect(atServer()).toEqual({ metrics: { items: [{ id: 'c' }, { id: 'a' }] } });
  });
});

describe('restoring what was deleted', () => {
  const restore = { kind: 'insert', path: 'metrics.items', value: { id: 'm2', name: 'Recall' }, after: 'm1' };

  function lost(...ops: readonly Op[]) {
    const [line] = unsettledIn(
      ops.map((op, order): KeptOp => ({
        ...address,
        op,
        user: 'sam',
        at: 0,
        order,
        state: 'refused',
        outcome: { id: op.id, path: op.path, outcome: 'refused', lost: 'metrics.items.m2', restore },
      })),
    );
    if (line?.kind !== 'lost') throw new Error('One line about a lost item was expected');
    return line;
  }

  it('brings the item back to its place, with every value that was typed', () => {
    const { store, atServer } = over({ metrics: { items: [{ id: 'm1' }, { id: 'm3' }] } });
    restoreLost(store, lost(set('metrics.items.m2.name', 'Recall at 1 %'), set('metrics.items.m2.owner', 'Lead')));
    expect(atServer()).toEqual({
      metrics: { items: [{ id: 'm1' }, { id: 'm2', name: 'Recall at 1 %', owner: 'Lead' }, { id: 'm3' }] },
    });
  });

  it('only adds the values where somebody has brought it back already', () => {
    const { store, atServer } = over({ metrics: { items: [{ id: 'm2', name: 'Recall' }] } });
    restoreLost(store, lost(set('metrics.items.m2.owner', 'Lead')));
    expect(atServer()).toEqual({ metrics: { items: [{ id: 'm2', name: 'Recall', owner: 'Lead' }] } });
  });
});
