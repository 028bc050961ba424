import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#lib/domain/json.ts';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { draftValueAt } from '#lib/domain/worksheets/paths.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { anchorEdits } from '#test/anchor-edits.ts';
import { arbitraryDraft } from '#test/arbitrary-draft.ts';
import { passageAt, type Anchor, type TextRange } from './anchor.ts';
import { anchorResolver, type ResolvedAnchor } from './resolve-anchor.ts';

type Sections = Readonly<Record<string, JsonObject>>;

const home = 'business.problemStatement';

function resolve(anchor: Anchor, sections: Sections): ResolvedAnchor {
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
  return anchorResolver({ sections, worksheet }, (_path, typed) => typed)(anchor);
}

function unmarked(text: string): { text: string; range: TextRange | undefined } {
  const [start, end] = [text.indexOf('⟦'), text.indexOf('⟧') - 1];
  return { text: text.replace(/[⟦⟧]/g, ''), range: start === -1 ? undefined : { start, end } };
}

function marked(text: string, range: TextRange | undefined): string {
  if (range === undefined) return text;
  const { start, end } = range;
  return `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
}

function textSections(text: string): Sections {
  return text === '' ? {} : { business: { problemStatement: text } };
}

function passageIn(sections: Sections, path: string, range: TextRange): Anchor {
  const value = draftValueAt({ sections }, path);
  const passage = passageAt(typeof value === 'string' ? value : '', range);
  if (passage === undefined) throw new Error('The passage has no word');
  return { kind: 'passage', path, label: 'The problem', valueHash: valueHash(value), passage };
}

describe('a passage after an edit', () => {
  it.each(anchorEdits)('$edit: $state', ({ before, after, state }) => {
    const [was, is] = [unmarked(before), unmarked(after)];
    const anchor = passageIn(textSections(was.text), home, was.range ?? { start: 0, end: 0 });
    const found = resolve(anchor, textSections(is.text));
    expect([found.state, marked(is.text, found.range)]).toEqual([state, after]);
    expect(found).toMatchObject({ path: home, original: /⟦(.*)⟧/s.exec(before)?.[1] });
  });
});

const [recall, precision] = [
  { id: 'recall', name: 'Recall', role: 'primary', definition: 'Each fraud that is missed costs three hundred euros.' },
  { id: 'precision', name: 'Precision', role: 'guardrail' },
];
const whole: Sections = {
  business: { problemStatement: 'We rank alerts by risk each night.', objective: 'Fewer losses' },
  metrics: { items: [recall, precision] },
};
const definition = 'metrics.items.recall.definition';

function placed(path: string, kind: 'field' | 'item'): Anchor {
  return { kind, path, label: 'Where it was', valueHash: valueHash(draftValueAt({ sections: whole }, path)) };
}

describe('a thread whose place has changed', () => {
  const onItem = placed('metrics.items.recall', 'item');
  const onMember = placed('metrics.items.recall.name', 'field');
  const onText = passageIn(whole, definition, { start: 0, end: 26 });
  const told = { kind: 'section', path: 'serving', label: 'Latency, throughput, availability, cost' } as const;
  const gone = { original: 'Where it was' };

  const cases: [string, Anchor, Sections, Partial<ResolvedAnchor>][] = [
    ['the document always stands', { kind: 'document' }, {}, { state: 'exact', path: '' }],
    ['a section stands when it is emptied', { ...told, path: 'metrics' }, {}, { state: 'exact', path: 'metrics' }],
    [
      'a section that there is no longer',
      { ...told, path: 'hopes' },
      whole,
      { state: 'outdated', path: '', original: told.label },
    ],
    [
      'a section that does not apply any more',
      { kind: 'field', path: 'imbalance.prevalenceProduction', label: 'Where it was', valueHash: '' },
      { ...whole, framing: { taskType: 'ranking' } },
      { state: 'outdated', path: '', ...gone },
    ],
    [
      'an item stands',
      onItem,
      whole,
      { state: 'exact', path: onItem.kind === 'item' ? onItem.path : '', changed: false },
    ],
    [
      'a list in another order',
      onMember,
      { metrics: { items: [precision, recall] } },
      { state: 'exact', path: 'metrics.items.recall.name', changed: false },
    ],
    [
      'an item with another name',
      onItem,
      { metrics: { items: [{ ...recall, name: 'Coverage' }] } },
      { state: 'exact', path: 'metrics.items.recall', changed: true },
    ],
    [
      'an item removed',
      onItem,
      { metrics: { items: [precision] } },
      { state: 'outdated', path: 'metrics.items', ...gone },
    ],
    [
      'a field of an item removed',
      onMember,
      { metrics: { items: [precision] } },
      { state: 'outdated', path: 'metrics.items', ...gone },
    ],
    [
      'a list that was said not to apply',
      onMember,
      { metrics: { items: { notApplicable: 'A pilot.' } } },
      { state: 'outdated', path: 'metrics.items', changed: true },
    ],
    [
      'a field emptied',
      placed('business.objective', 'field'),
      {},
      { state: 'exact', path: 'business.objective', changed: true },
    ],
    [
      'a field that there is no longer',
      placed('business.mood', 'field'),
      whole,
      { state: 'outdated', path: 'business', changed: false },
    ],
    [
      'a text emptied',
      onText,
      { metrics: { items: [{ id: 'recall', name: 'Recall' }] } },
      { state: 'outdated', path: definition },
    ],
    [
      'a text that is not known yet',
      onText,
      { metrics: { items: [{ ...recall, definition: { unknown: { who: 'Ana' } } }] } },
      { state: 'outdated', path: definition, changed: true },
    ],
    [
      'a text whose item was removed',
      onText,
      { metrics: { items: [precision] } },
      { state: 'outdated', path: 'metrics.items', original: 'Each fraud that is missed' },
    ],
    [
      'a telling passage that went into another field',
      passageIn(whole, definition, { start: 0, end: 100 }),
      {
        business: { objective: 'Less. Each fraud that is missed costs three hundred euros.' },
        metrics: { items: [precision] },
      },
      { state: 'moved', path: 'business.objective', range: { start: 6, end: 58 } },
    ],
    [
      'a short one stays behind',
      passageIn(whole, definition, { start: 0, end: 10 }),
      { business: { objective: 'Each fraud' }, metrics: { items: [precision] } },
      { state: 'outdated', path: 'metrics.items' },
    ],
  ];
  it.each(cases)('%s', (_what, anchor, sections, expected) => {
    expect(resolve(anchor, sections)).toMatchObject(expected);
  });
});

describe('any passage of any text', () => {
  const word = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('the', 'model', 'of', 'fraud', ',', '.', 'costs', '5 %', '\n\n') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  );
  const writing = (least: number) =>
    fc.array(word, { minLength: least, maxLength: 40 }).map((words) => words.join(' '));
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it('resolves exactly where nothing was edited', () => {
    fc.assert(
      fc.property(writing(1), share, share, (text, one, other) => {
        const [start = 0, end = 0] = [one, other].map((part) => Math.round(part * text.length)).sort((a, b) => a - b);
        const passage = passageAt(text, { start, end });
        fc.pre(passage !== undefined);
        // As if the value had changed, so that the passage is searched for and not taken from its position.
        const anchor: Anchor = { kind: 'passage', path: home, label: '', valueHash: 'other', passage };
        expect(resolve(anchor, textSections(text))).toMatchObject({
          state: 'exact',
          path: home,
          range: passage.position,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its words when one side of it is edited', () => {
    fc.assert(
      fc.property(writing(0), writing(3), writing(0), writing(0), fc.boolean(), (before, quote, after, edit, first) => {
        const text = `${before} ${quote} ${after}`;
        const anchor = passageAt(text, { start: before.length + 1, end: before.length + 1 + quote.length });
        fc.pre(anchor !== undefined);
        const { start, end } = anchor.position;
        const now = first ? `${edit} ${text.slice(start)}` : `${text.slice(0, end)} ${edit}`;
        const found = resolve(
          { kind: 'passage', path: home, label: '', valueHash: '', passage: anchor },
          textSections(now),
        );
        expect(found).toMatchObject({ state: 'exact', path: home });
        expect(now.slice(found.range?.start, found.range?.end).toLowerCase()).toBe(anchor.exact.toLowerCase());
      }),
      { numRuns: 300 },
    );
  });

  it('never fails, and always names a place that stands', () => {
    const anyText = fc.oneof(writing(0), fc.string({ unit: 'binary', maxLength: 60 }));
    const position = fc.record({ start: fc.integer(), end: fc.integer() });
    const passage = fc.record({ exact: anyText, prefix: anyText, suffix: anyText, position });
    const path = fc.oneof(
      fc.constantFrom(
        home,
        definition,
        'metrics.items.recall',
        'metrics',
        '',
        'constructor',
        'business.__proto__',
        '...',
      ),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(path, passage, arbitraryDraft, (at, kept, draft) => {
        const anchor: Anchor = { kind: 'passage', path: at, label: '', valueHash: '', passage: kept };
        const found = resolve(anchor, draft.sections);
        expect(['exact', 'moved', 'outdated']).toContain(found.state);
        const again: Anchor = { kind: 'section', path: found.path, label: '' };
        expect(resolve(again, draft.sections)).toMatchObject({ state: 'exact', path: found.path });
      }),
      { numRuns: 60 },
    );
  });
});

it('places five hundred threads on a text of 20,000 characters together', () => {
  const sentence = (at: number) => `Step ${at} of plan ${at % 7} costs ${at * 3} euros and ${at % 11} days of work. `;
  const text = Array.from({ length: 400 }, (_, at) => sentence(at)).join('');
  const edited = text.replaceAll(/costs (\d*)5 /g, 'takes $15 ');
  const read: string[] = [];
  const sections = textSections(edited);
  const worksheet = readWorksheet({ format: 'plumbline/v1', title: 'T', sections });
  const place = anchorResolver({ sections, worksheet }, (path, typed) => {
    read.push(path);
    return typed;
  });
  const states = Array.from({ length: 500 }, (_, at) => {
    const start = text.indexOf(`Step ${at % 400} of`);
    return place(passageIn(textSections(text), home, { start, end: start + 40 })).state;
  });
  expect(text.length).toBeGreaterThan(20_000);
  expect([...new Set(states)].sort()).toEqual(['exact', 'moved']);
  expect(read).toEqual([home]);
});

describe('passageAt', () => {
  it('takes whole words, emoji and accents', () => {
    const text = 'un cafe\u0301 👩‍👩‍👧 fermé';
    expect(passageAt(text, { start: 5, end: 11 })).toEqual({
      exact: 'cafe\u0301 👩‍👩‍👧',
      prefix: 'un ',
      suffix: ' fermé',
      position: { start: 3, end: 17 },
    });
  });

  it('has nothing to hold on to without a word', () => {
    expect(passageAt('a  b', { start: 2, end: 2 })).toBeUndefined();
    expect(passageAt('  ', { start: 0, end: 2 })).toBeUndefined();
    expect(passageAt('', { start: -5, end: 90 })).toBeUndefined();
  });

  it('refuses what is too long to be found again', () => {
    const text = 'word '.repeat(500);
    expect(() => passageAt(text, { start: 0, end: text.length })).toThrow('This passage is too long.');
  });
});
