import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonArray, type Json, type JsonObject } from '#lib/domain/json.ts';
import { applyOps, valueHash, type DraftSections, type Op } from './operations.ts';
import { draftValueAt } from './paths.ts';
import { itemId } from './read-worksheet.ts';

const start: DraftSections = {
  business: { objective: 'Cut fraud loss', runCostPerMonth: '12k', currency: 'EUR' },
  framing: {
    taskType: 'binary',
    classes: [
      { id: 'fraud', name: 'Fraud' },
      { id: 'fine', name: 'Fine' },
    ],
  },
  metrics: {
    items: [
      { id: 'm1', name: 'Precision', kind: 'model' },
      { id: 'm2', name: 'Loss', kind: 'business' },
      { id: 'm3', name: 'False holds', kind: 'business' },
    ],
  },
};

function at(sections: DraftSections, path: string): Json | undefined {
  return draftValueAt({ sections }, path);
}

function set(path: string, value: Json | null, sections: DraftSections = start): Op & { kind: 'set' } {
  const before = at(sections, path);
  return {
    id: `set ${path}`,
    kind: 'set',
    path,
    base: valueHash(before),
    ...(typeof before === 'string' ? { baseText: before } : {}),
    value,
  };
}

/** Ids of the items of a list, in their order. */
function idsAt(sections: DraftSections, path: string): string[] {
  const list = at(sections, path);
  return isJsonArray(list) ? list.flatMap((item) => itemId(item) ?? []) : [];
}

function one(op: Op, sections: DraftSections = start) {
  const result = applyOps(sections, [op]);
  const outcome = result.outcomes[0];
  if (outcome === undefined) throw new Error('no outcome');
  return { ...outcome, sections: result.sections, touched: result.touched };
}

describe('set', () => {
  it('replaces a value that still stands and says what takes it back', () => {
    const done = one(set('business.runCostPerMonth', '15k'));
    expect(done).toMatchObject({ outcome: 'applied', value: '15k', touched: ['business'] });
    expect(at(done.sections, 'business.runCostPerMonth')).toBe('15k');
    expect(start['business']).toMatchObject({ runCostPerMonth: '12k' });
    expect(done.inverse).toMatchObject({ kind: 'set', base: valueHash('15k'), value: '12k' });
  });

  it('fills a blank and blanks again, leaving no empty objects behind', () => {
    const filled = one(set('imbalance.costMatrix.fn', '€80'));
    expect(filled.sections['imbalance']).toEqual({ costMatrix: { fn: '€80' } });
    const blanked = one(set('imbalance.costMatrix.fn', null, filled.sections), filled.sections);
    expect(blanked.sections['imbalance']).toEqual({});
    expect(blanked.inverse).toMatchObject({ base: '', value: '€80' });
  });

  it('is a conflict when a number changed meanwhile', () => {
    const theirs = one(set('business.runCostPerMonth', '15k')).sections;
    expect(one(set('business.runCostPerMonth', '20k'), theirs)).toMatchObject({
      outcome: 'conflict',
      current: '15k',
      touched: [],
    });
  });

  it('merges words that others did not touch', () => {
    const theirs = one(set('business.objective', 'Cut card fraud loss')).sections;
    const done = one(set('business.objective', 'Cut fraud loss by a third'), theirs);
    expect(done).toMatchObject({ outcome: 'merged', value: 'Cut card fraud loss by a third' });
    expect(done.inverse).toMatchObject({
      value: 'Cut card fraud loss',
      base: valueHash('Cut card fraud loss by a third'),
    });
  });

  it('is a conflict when both changed the same words', () => {
    const theirs = one(set('business.objective', 'Halve fraud loss')).sections;
    expect(one(set('business.objective', 'Stop fraud loss'), theirs).outcome).toBe('conflict');
  });

  it('does not trust a base text that is not what the base says', () => {
    const theirs = one(set('business.objective', 'Cut card fraud loss')).sections;
    const lying: Op = { ...set('business.objective', 'Anything else'), baseText: 'Cut card fraud loss' };
    expect(one(lying, theirs).outcome).toBe('conflict');
  });

  it('is applied without an inverse when it stands already', () => {
    const theirs = one(set('business.runCostPerMonth', '15k')).sections;
    const again = one(set('business.runCostPerMonth', '15k'), theirs);
    expect(again).toMatchObject({ outcome: 'applied', touched: [] });
    expect(again.inverse).toBeUndefined();
  });

  it.each([
    ['business.runCost', 'x', 'There is no such field.'],
    ['nowhere.at', 'x', 'There is no such field.'],
    ['business', {}, 'Only fields take values.'],
    ['metrics.items.m1', {}, 'Only fields take values.'],
    ['metrics.items.gone.name', 'x', 'The item it belongs to was removed.'],
    ['business.runCostPerMonth', '12 kg', '‘kg’ is not a unit of money. Try 12k.'],
    ['imbalance.prevalenceProduction', 0.2, '‘0.2’ has no % sign.'],
    ['framing.taskType', 'binry', '‘binry’ is not one of the answers.'],
    ['business.objective', 'nul \u0000', 'The text holds a character that cannot be stored.'],
    ['business.objective', 'half a \ud83d', 'The text holds a character that cannot be stored.'],
    ['business.objective', 'x'.repeat(301), 'At most 300 characters; this has 301.'],
    ['framing.classes', { a: 1 }, 'A list is expected here.'],
    ['overview.__proto__', 'x', 'There is no such field.'],
  ])('refuses %s', (path, value, reason) => {
    expect(one(set(path, value))).toMatchObject({ outcome: 'refused', reason });
  });

  it('refuses a value nested without end', () => {
    let deep: Json = 'x';
    for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
    expect(one({ id: 'x', kind: 'set', path: 'business.objective', base: '', value: deep }).outcome).toBe('refused');
  });

  it('keeps text that could not be read', () => {
    expect(one(set('imbalance.prevalenceProduction', { unreadable: 'abt 15' }))).toMatchObject({ outcome: 'applied' });
  });

  it('does not fill one field of a group that was answered as a whole', () => {
    const whole = one(set('imbalance.costMatrix', { notApplicable: 'No costs.' })).sections;
    expect(one(set('imbalance.costMatrix.fp', '€5', whole), whole)).toMatchObject({
      outcome: 'conflict',
      current: { notApplicable: 'No costs.' },
    });
    const knowing: Op = {
      id: 'x',
      kind: 'set',
      path: 'imbalance.costMatrix.fp',
      base: valueHash(at(whole, 'imbalance.costMatrix')),
      value: '€5',
    };
    expect(one(knowing, whole)).toMatchObject({ outcome: 'conflict', touched: [] });
  });
});

describe('items', () => {
  const m4: JsonObject = { id: 'm4', name: 'Recall' };

  it('inserts after another item, first, or last when that item is gone', () => {
    const order = (after: string | null) =>
      idsAt(one({ id: 'i', kind: 'insert', path: 'metrics.items', value: m4, after }).sections, 'metrics.items');
    expect(order('m1')).toEqual(['m1', 'm4', 'm2', 'm3']);
    expect(order(null)).toEqual(['m4', 'm1', 'm2', 'm3']);
    expect(order('gone')).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it('takes the same insert twice, and another under the same id not at all', () => {
    const op: Op = { id: 'i', kind: 'insert', path: 'metrics.items', value: m4, after: null };
    const once = one(op).sections;
    expect(one(op, once)).toMatchObject({ outcome: 'applied', touched: [] });
    expect(one({ ...op, value: { id: 'm4', name: 'Other' } }, once).outcome).toBe('conflict');
  });

  it.each([
    [{ name: 'No id' }, /An id is/],
    [{ id: 'Bad Id', name: 'x' }, /An id is/],
    [{ id: 'm9', nmae: 'x' }, /Did you mean name/],
  ])('refuses %j', (value, reason) => {
    const done = one({ id: 'i', kind: 'insert', path: 'metrics.items', value, after: null });
    expect(done).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(reason) });
  });

  it('holds no more items than the limit', () => {
    const full = { overview: { inScope: Array.from({ length: 500 }, (_, i) => ({ id: `p${i}`, text: 'x' })) } };
    const value = { id: 'more', text: 'x' };
    expect(one({ id: 'i', kind: 'insert', path: 'overview.inScope', value, after: null }, full).outcome).toBe(
      'refused',
    );
  });

  it('does not remove what someone changed meanwhile', () => {
    const remove: Op = {
      id: 'r',
      kind: 'remove',
      path: 'metrics.items.m1',
      base: valueHash(at(start, 'metrics.items.m1')),
    };
    const theirs = one(set('metrics.items.m1.name', 'Precision at 60 % recall')).sections;
    expect(one(remove, theirs).outcome).toBe('conflict');
    expect(one(remove)).toMatchObject({ outcome: 'applied', value: null, inverse: { kind: 'insert', after: null } });
  });

  it('moves, and says where it came from', () => {
    const done = one({ id: 'm', kind: 'move', path: 'metrics.items.m3', after: null });
    expect(idsAt(done.sections, 'metrics.items')).toEqual(['m3', 'm1', 'm2']);
    expect(done.inverse).toEqual({ kind: 'move', path: 'metrics.items.m3', after: 'm2' });
  });

  it('works in lists inside items', () => {
    const value = { id: 'v1', metric: 'm1', value: '0.4' };
    const withBaseline = one({
      id: 'b',
      kind: 'insert',
      path: 'framing.baselines',
      value: { id: 'rules', name: 'Rules', values: [value] },
      after: null,
    }).sections;
    const done = one(set('framing.baselines.rules.values.v1.value', '0.41', withBaseline), withBaseline);
    expect(at(done.sections, 'framing.baselines.rules.values.v1.value')).toBe('0.41');
    const gone = one(
      { id: 'r', kind: 'remove', path: 'framing.baselines.rules.values.v1', base: valueHash(value) },
      withBaseline,
    );
    expect(at(gone.sections, 'framing.baselines.rules')).toEqual({ id: 'rules', name: 'Rules' });
  });
});

/** Anything a client might do next, made against what it sees. */
const intent = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    at: fc.nat(5),
    word: fc.constantFrom('card', 'loss', 'soon', '🙂', 'خسارة', '損失'),
  }),
  fc.record({ kind: fc.constant('number' as const), value: fc.integer({ min: 0, max: 9 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    name: fc.constantFrom('x', 'y'),
  }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(3) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(3), to: fc.nat(3) }),
  fc.record({ kind: fc.constant('rename' as const), at: fc.nat(3), name: fc.constantFrom('One', 'Two', 'Three four') }),
);
type Intent = typeof intent extends fc.Arbitrary<infer T> ? T : never;

let counter = 0;

function opFor(sections: DraftSections, wish: Intent): Op | null {
  const id = `op${(counter += 1)}`;
  const ids = idsAt(sections, 'metrics.items');
  const idAt = (index: number) => ids[index % Math.max(1, ids.length)];
  switch (wish.kind) {
    case 'words': {
      const objective = at(sections, 'business.objective');
      const words = typeof objective === 'string' ? objective.split(' ') : [];
      return { ...set('business.objective', words.toSpliced(wish.at, 1, wish.word).join(' '), sections), id };
    }
    case 'number':
      return { ...set('business.runCostPerMonth', `${wish.value}k`, sections), id };
    case 'insert':
      return {
        id,
        kind: 'insert',
        path: 'metrics.items',
        value: { id: wish.id, name: wish.name },
        after: idAt(0) ?? null,
      };
    case 'remove':
    case 'move':
    case 'rename': {
      const item = idAt(wish.at);
      if (item === undefined) return null;
      const path = `metrics.items.${item}`;
      if (wish.kind === 'rename') return { ...set(`${path}.name`, wish.name, sections), id };
      return wish.kind === 'remove'
        ? { id, kind: 'remove', path, base: valueHash(at(sections, path)) }
        : { id, kind: 'move', path, after: idAt(wish.to) ?? null };
    }
  }
}

describe('properties', { timeout: 60_000 }, () => {
  it('takes back every edit by its inverse', () => {
    fc.assert(
      fc.property(fc.array(intent, { maxLength: 12 }), (wishes) => {
        let sections = start;
        for (const wish of wishes) {
          const op = opFor(sections, wish);
          if (op === null) continue;
          const done = one(op, sections);
          if (done.inverse !== undefined) {
            const back = one({ ...done.inverse, id: 'undo' }, done.sections);
            expect(back.outcome).toBe('applied');
            expect(back.sections).toEqual(sections);
          }
          sections = done.sections;
        }
      }),
    );
  });

  it('brings two clients to the same worksheet in any interleaving, and loses no edit silently', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean(), intent), { maxLength: 25 }), (steps) => {
        let server = start;
        const log: Op[] = [];
        // Each client sees the server as of its last sync with its own unsent edits on top.
        const clients: { seen: DraftSections; unsent: Op[] }[] = [];
        for (const [which, sends, wish] of steps) {
          const client = (clients[which ? 1 : 0] ??= { seen: start, unsent: [] });
          const shown = applyOps(client.seen, client.unsent).sections;
          const op = opFor(shown, wish);
          if (op !== null) client.unsent.push(op);
          if (!sends) continue;
          for (const edit of client.unsent) {
            const before = server;
            const done = one(edit, server);
            server = done.sections;
            log.push(edit);
            if (done.outcome === 'applied' && edit.kind === 'set')
              expect(at(server, edit.path) ?? null).toEqual(edit.value);
            if (done.outcome === 'conflict' || done.outcome === 'refused') expect(server).toBe(before);
            if (done.outcome === 'conflict') expect(done.current).not.toBeUndefined();
          }
          client.unsent = [];
          client.seen = server;
        }
        // Whoever replays the log sees what the server has, whole or in any two parts.
        expect(applyOps(start, log).sections).toEqual(server);
        const half = Math.floor(log.length / 2);
        const first = applyOps(start, log.slice(0, half)).sections;
        expect(applyOps(first, log.slice(half)).sections).toEqual(server);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps words that only one side wrote', () => {
    const words = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'δέλτα', 'هاء', '六', '🙂'), {
      minLength: 6,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (base) => {
        const from = base.join(' ');
        const sections = { business: { objective: from } };
        const mine = set('business.objective', `mine ${from}`, sections);
        const theirs = one(set('business.objective', `${from} theirs`, sections), sections).sections;
        expect(one(mine, theirs)).toMatchObject({ outcome: 'merged', value: `mine ${from} theirs` });
      }),
    );
  });
});
