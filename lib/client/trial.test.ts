import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quantityReader, typedQuantity } from '#components/forms/typed-quantity.ts';
import { isQuantity } from '#lib/domain/worksheets/definition.ts';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import { assess, type Assessment } from './assessment.ts';
import type { KeptOp } from './kept-ops.ts';
import type { Sections } from './pending-edits.ts';
import { TrialSpot } from './shown-trial.ts';
import { beginTrial } from './trial.ts';
import { WorksheetStore } from './worksheet-store.ts';

const PATH = 'business.buildCost';
const setting = { rest: {}, today: '2026-12-12' };
const first: Sections = { business: { currency: 'EUR', buildCost: '100k', runCostPerMonth: '10k' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page with a store of its own, whose outbox keeps what it is given. */
function open(run: (sections: Sections) => Promise<Assessment> = async (sections) => assess(sections, setting)) {
  const sent: KeptOp['op'][] = [];
  let count = 0;
  const outbox = {
    add: async ({ op }: { op: KeptOp['op'] }) => {
      sent.push(op);
      return op.id;
    },
    flush: () => undefined,
    onAnswer: () => () => undefined,
  };
  const store = new WorksheetStore({
    address: { workspace: 'acme', project: 'fraud' },
    server: { sections: first, rest: {}, sequence: 1 },
    outbox,
    newOpId: () => `op-${(count += 1)}`,
    now: Date.now,
    isProse: () => false,
  });
  const spot = new TrialSpot();
  const field = fieldAtPath(PATH);
  if (field === undefined || !isQuantity(field)) throw new Error('The field is gone');
  const read = (text: string) => typedQuantity(quantityReader(field, 'EUR'), text, store.valueAt(PATH));
  const begin = (text: string) =>
    beginTrial(PATH, text, { spot, store, assess: run, read, onKept: () => store.endBurst() });
  /** As the box does it, one sign after the other. */
  const type = (text: string) => {
    for (let length = 1; length <= text.length; length += 1) {
      const typed = read(text.slice(0, length));
      if (typed.ok) store.set(PATH, typed.value);
    }
    if (text === '') store.set(PATH, null);
  };
  const rest = () => vi.advanceTimersByTimeAsync(1000);
  const costs = () => {
    const outcome = spot.shown?.outcome;
    const change = outcome === 'unknown' ? undefined : outcome?.derived.find(({ key }) => key.startsWith('first-year'));
    return [change?.now?.result, change?.tried?.result].map((result) =>
      result?.state === 'value' ? result.value : undefined,
    );
  };
  return { store, sent, spot, begin, type, rest, costs };
}

/** Checks that take longer than anybody waits for them. */
const unasked = () => new Promise<Assessment>(() => undefined);

const readable = fc.constantFrom('', '5', '~80k', '€1.2M', '250,000', '1.5');

describe('a trial', () => {
  it('shows what would follow, and touches nothing', async () => {
    const { store, sent, spot, begin, rest, costs } = open();
    begin('200k');
    spot.shown?.type('300k');
    await rest();
    expect(costs()).toEqual([220_000, 420_000]);
    expect(store.sections).toBe(first);
    expect(sent).toEqual([]);
    expect([store.canUndo, store.canRedo]).toEqual([false, false]);
    spot.shown?.leave();
    expect(spot.shown).toBeNull();
    expect(store.sections).toBe(first);
    expect(sent).toEqual([]);
  });

  it('that is kept is the same as typing the text, and one edit', () => {
    fc.assert(
      fc.property(fc.array(readable, { minLength: 1, maxLength: 4 }), (texts) => {
        const [tried, typed] = [open(unasked), open(unasked)];
        tried.begin('100k');
        for (const text of texts) tried.spot.shown?.type(text);
        tried.spot.shown?.keep();
        typed.type(texts.at(-1) ?? '');
        expect(tried.store.sections).toEqual(typed.store.sections);
        expect(tried.sent).toHaveLength(1);
        tried.store.undo();
        expect(tried.store.sections).toEqual(first);
        expect(tried.store.canUndo).toBe(false);
      }),
    );
  });

  it('is one edit of its own even right after another one of the same field', () => {
    const { store, spot, begin } = open();
    for (const text of ['1k', '2k']) {
      begin('');
      spot.shown?.type(text);
      spot.shown?.keep();
    }
    store.undo();
    expect(store.valueAt(PATH)).toBe('1k');
  });

  it('counts on both sides what others change meanwhile', async () => {
    const { store, begin, rest, costs } = open();
    begin('200k');
    await rest();
    store.replace({ sections: { business: { ...first['business'], runCostPerMonth: '20k' } }, sequence: 2 });
    await rest();
    expect(costs()).toEqual([340_000, 440_000]);
  });

  it('says what stands in the way of a text that cannot be read, and does not keep it', async () => {
    const { store, spot, begin, rest } = open();
    begin('200k');
    await rest();
    spot.shown?.type('a lot');
    await rest();
    expect(spot.shown).toMatchObject({ outcome: null, text: 'a lot' });
    expect(spot.shown?.problem).toContain('a lot');
    spot.shown?.keep();
    expect(spot.shown?.text).toBe('a lot');
    expect(store.sections).toBe(first);
  });

  it('says so when the checks cannot be run, and goes on when they can', async () => {
    let fails = true;
    const { spot, begin, rest, costs } = open(async (sections) => {
      if (fails) throw new Error('offline');
      return assess(sections, setting);
    });
    begin('200k');
    await rest();
    expect(spot.shown?.outcome).toBe('unknown');
    fails = false;
    spot.shown?.type('300k');
    await rest();
    expect(costs()).toEqual([220_000, 420_000]);
  });

  it('takes the place of another one, whose late results are not shown', async () => {
    const { spot, begin, rest } = open();
    begin('200k');
    const before = spot.shown;
    begin('300k');
    before?.type('1');
    before?.keep();
    await rest();
    expect(spot.shown?.text).toBe('300k');
  });
});

describe('what was typed before a trial was asked for', () => {
  it('is taken back, with nothing left to undo or to redo', () => {
    const { store, type } = open();
    type('250k');
    vi.advanceTimersByTime(5000);
    type('2500k');
    store.takeBack(PATH, '100k');
    expect(store.sections).toEqual(first);
    expect([store.canUndo, store.canRedo]).toEqual([false, false]);
  });

  it('ends where the box was entered, and leaves earlier edits to be undone', () => {
    const { store, type } = open();
    type('150k');
    store.endBurst();
    type('250k');
    store.takeBack(PATH, '150k');
    expect(store.valueAt(PATH)).toBe('150k');
    store.undo();
    expect(store.sections).toEqual(first);
  });

  it('takes nothing where nothing was typed, and keeps what can be redone', () => {
    const { store, type } = open();
    type('150k');
    store.undo();
    store.takeBack(PATH, '100k');
    expect(store.canRedo).toBe(true);
    store.redo();
    expect(store.valueAt(PATH)).toBe('150k');
  });
});
