import * as fc from 'fast-check';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import { stages, type Field, type Fields, type LeafField } from '#lib/domain/worksheets/definition.ts';
import type { DraftWorksheet, Evidence, Waiver } from '#lib/domain/worksheets/draft.ts';
import { threadKinds } from '#lib/domain/worksheets/thread-record.ts';

/** Random drafts that fit the draft schema, with the texts that trip writers up. */

const awkward = fc.constantFrom(
  'yes',
  'null',
  '~',
  '0.2',
  '2027-01-15',
  '1e3',
  '0x1F',
  '- dash',
  '# hash',
  'a: b',
  'it\'s "quoted"',
  '{ unknown: x }',
  '[1, 2]',
  '&anchor *alias',
  '!tag',
  '%directive',
  '|',
  '>-',
  ' leading and trailing ',
  'line one\nline two\n',
  'line\r\nbreaks\rof all\u0085kinds\u2028here',
  '\n\nblank lines first\n\n\n  indented\n\ttabbed\nend  \n\n',
  '---\ndocument: start\n...',
  'مرحبا بالعالم',
  '不正検知 2026年',
  '👩‍👩‍👧 family',
  'e\u0301 combining',
  '\ufeffmark',
  '<script>alert(1)</script>',
  '#set text(red) $x$ _y_ `z`',
  'x'.repeat(130),
);

const words = fc.oneof(
  awkward,
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const storable = words
  .map((text) => text.replaceAll('\u0000', ''))
  .filter((text) => text.trim() !== '' && text.isWellFormed());

const itemId = fc.stringMatching(/^[a-z0-9-]{1,32}$/);

const reserved: fc.Arbitrary<Json> = fc.oneof(
  fc.constant({ unknown: {} }),
  storable.map((who) => ({ unknown: { who, by: '2027-01-15' } })),
  storable.map((reason) => ({ notApplicable: reason })),
  storable.map((text) => ({ unreadable: text })),
);

function leafValue(field: LeafField): fc.Arbitrary<Json> {
  const measured = (typed: fc.Arbitrary<string>) =>
    fc.oneof(
      typed,
      typed,
      typed.map((value) => ({ value, evidence: 'e1' })),
      typed.map((value) => `~${value}`),
    );
  switch (field.kind) {
    case 'text':
      return storable
        .map((text) => text.slice(0, field.maxLength))
        .filter((text) => text.isWellFormed() && text.trim() !== '');
    case 'number':
      if ((field.min ?? 0) > 0) return fc.oneof(fc.constantFrom(1, 2.5), measured(fc.constantFrom('1.4', '3')));
      return fc.oneof(fc.constantFrom(0.5, 1, 0, '0.25', '1'), measured(fc.constantFrom('0.71', '1')));
    case 'integer':
      if (field.max !== undefined) return measured(fc.constantFrom(String(field.max)));
      return fc.oneof(fc.constantFrom(40, '12k'), measured(fc.constantFrom('300', '1,500')));
    case 'percentage':
      return measured(fc.constantFrom('0.2 %', '99.8%', '1 in 500'));
    case 'money':
      return fc.oneof(fc.constant(900), measured(fc.constantFrom('12k', '1.9 M', '48 000')));
    case 'duration':
      return measured(fc.constantFrom('15 min', 'PT15M', '80 ms', '1 h 30 min'));
    case 'quantity':
      if (field.dimension === 'rate') return measured(fc.constantFrom('2.5M/day', '900 per second'));
      if (field.dimension === 'bytes') return measured(fc.constantFrom('100 GB', '512 MiB'));
      return measured(fc.constantFrom('0.71', (field.max ?? 2) < 1.5 ? '0.25' : '1.5'));
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options));
    case 'choices':
      return fc.shuffledSubarray(Object.keys(field.options), { minLength: 1 });
    case 'yes-no':
      return fc.boolean();
    case 'date':
      return fc.constantFrom('2027-01-15', '2028-02-29');
    case 'reference':
      return itemId;
    case 'link':
      return fc.constantFrom('https://example.org/a?b=c#d', 'mailto:team@example.org');
    case 'markdown':
    case 'person':
      return storable;
  }
}

function fieldValue(field: Field): fc.Arbitrary<Json> {
  if (field.kind === 'group') return filled(field.fields);
  if (field.kind !== 'list') return leafValue(field);
  const item = fc.tuple(itemId, fieldValues(field.fields)).map(([id, values]): JsonObject => ({ id, ...values }));
  return fc.uniqueArray(item, { selector: (value) => value['id'], minLength: 1, maxLength: 3 });
}

function filled(fields: Fields): fc.Arbitrary<JsonObject> {
  return fieldValues(fields).filter((values) => Object.keys(values).length > 0);
}

function fieldValues(fields: Fields): fc.Arbitrary<JsonObject> {
  const members: Record<string, fc.Arbitrary<Json | null>> = {};
  for (const [key, field] of Object.entries(fields)) {
    members[key] = fc.oneof(
      { weight: 7, arbitrary: fc.constant(null) },
      { weight: 3, arbitrary: fieldValue(field) },
      { weight: 1, arbitrary: reserved },
    );
  }
  return fc.record(members).map(withoutBlanks);
}

function withoutBlanks(values: Readonly<Record<string, Json | null>>): JsonObject {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

function arbitrarySections(): fc.Arbitrary<Record<string, JsonObject>> {
  const all: Record<string, fc.Arbitrary<JsonObject>> = {};
  for (const { key, fields } of sections) all[key] = filled(fields);
  return fc.record(all);
}

const anyObject: fc.Arbitrary<JsonObject> = fc.oneof(
  storable.map((text) => ({ text })),
  fc.constant({ b: [1, { z: null, a: 'x' }], flag: false, share: 0.25 }),
);

const waiver: fc.Arbitrary<Waiver> = fc.record(
  {
    check: fc.constantFrom('MET-06', 'XRF-01'),
    path: fc.constantFrom('metrics', 'business.objective'),
    reason: storable,
    by: storable,
    expires: fc.constantFrom('2027-01-15', '2028-02-29'),
    valueHash: fc.stringMatching(/^[0-9a-f]{16}$/),
  },
  { requiredKeys: ['check', 'path', 'reason', 'by'] },
);

const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    id: itemId,
    calculator: fc.constant('label-agreement'),
    input: anyObject,
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    result: anyObject,
  },
  { requiredKeys: ['id', 'calculator', 'input'] },
);

function someOf<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: 1, maxLength: 3 });
}

const trimmed = storable.map((text) => text.trim());

/** As a file writes them: nothing blank, and no spaces around. */
const decisions: fc.Arbitrary<JsonObject[]> = someOf(
  fc.record(
    {
      title: trimmed.filter((text) => text.length >= 6),
      status: fc.constantFrom('proposed', 'accepted', 'rejected', 'deprecated'),
      context: trimmed,
      drivers: someOf(trimmed),
      options: fc.constant([
        { id: 'one', title: 'no', pros: ['null'], scores: { cost: 0 } },
        { id: 'two', title: '1e3' },
      ]),
      criteria: fc.constant([{ id: 'cost', name: '~', weight: 0.5 }]),
      chosen: fc.constantFrom('one', 'two'),
      makers: someOf(trimmed),
      reviewBy: fc.constant('2028-01-31'),
      neededForApproval: fc.constant(true),
      links: fc
        .oneof(storable, reserved, fc.integer(), fc.constant(false), fc.constant([]))
        .map((value) => [{ kind: 'field', path: 'framing.taskType', label: 'Kind of task', value }]),
    },
    { requiredKeys: ['title', 'status', 'options', 'criteria'] },
  ),
).map((records) => records.map((record, at) => ({ number: at + 1, ...record })));

const anchors = fc.oneof(
  fc.constant({ kind: 'document' }),
  fc.constant({ kind: 'section', path: 'labels', label: 'Labels' }),
  storable.map((label) => ({ kind: 'field', path: 'framing.taskType', label })),
  fc.tuple(storable, words).map(([exact, around]) => ({
    kind: 'passage',
    path: 'business.problemStatement',
    label: 'Business › Problem',
    valueHash: 'af3',
    passage: {
      exact,
      ...(around !== '' && around.isWellFormed() && !around.includes('\0') && { prefix: around }),
      position: { start: 0, end: 12 },
    },
  })),
);

const comments = someOf(
  fc.oneof(
    fc.record({ by: storable, text: storable }),
    fc.record({
      text: storable,
      earlier: someOf(storable).map((texts) =>
        texts.map((text, at) => ({ text, until: `2026-11-26T09:00:0${at}.000Z` })),
      ),
    }),
    fc.constant({ by: 'Analyst', deleted: '2026-11-27T09:00:00.000Z' }),
  ),
).map((all) => all.map((comment, at) => ({ ...comment, at: `2026-11-25T09:00:0${at}.000Z` })));

const threads: fc.Arbitrary<JsonObject[]> = someOf(
  fc.record(
    {
      kind: fc.constantFrom(...threadKinds),
      blocking: fc.constant(true),
      anchor: anchors,
      comments,
      resolved: storable.map((by) => ({ by, at: '2026-11-28T09:00:00.000Z' })),
    },
    { requiredKeys: ['kind', 'anchor', 'comments'] },
  ),
).map((records) => records.map((record, at) => ({ number: at + 1, ...record })));

export const arbitraryDraft: fc.Arbitrary<DraftWorksheet> = fc.record(
  {
    format: fc.constant('plumbline/v1' as const),
    title: storable.map((title) => title.slice(0, 100)).filter((title) => title.isWellFormed() && title.trim() !== ''),
    stage: fc.constantFrom(...stages),
    template: storable,
    sections: arbitrarySections(),
    custom: anyObject,
    appendix: storable,
    profile: fc.constant({ 'IMB-06': { minority: 100 }, b: [1, { z: null, a: 'x' }] }),
    decisions,
    threads,
    waivers: someOf(waiver),
    evidence: fc.uniqueArray(evidence, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['format', 'title', 'sections'] },
);
