import { expect, test } from 'vitest';
import { checkDraft, messagesOf } from '#test/check-drafts.ts';
import type { JsonObject } from '../../json.ts';

const data = (source: JsonObject, ...features: readonly JsonObject[]) => ({
  data: {
    sources: [{ id: 'pay', name: 'Payments', ...source }],
    features: features.map((feature, index) => ({
      id: `f${index}`,
      name: `Feature ${index}`,
      source: 'pay',
      ...feature,
    })),
  },
});
const served: JsonObject = { usedFor: ['serve-feature'], updateCadence: '24 h', publishDelay: '2 h' };
const fewColumns: JsonObject = { format: 'csv', accessPattern: 'column-subset', columnsTotal: '100', columnsRead: '5' };

test('a read of a few columns of a text file is told by what it costs', () => {
  expect(messagesOf('SRC-01', data({ ...fewColumns, size: '2 TB' }))).toEqual([
    'Reading 5 of the 100 columns of ‘Payments’ goes through all 2\u202fTB of CSV; kept by columns it would be about 100\u202fGB.',
  ]);
  expect(messagesOf('SRC-01', data(fewColumns))).toEqual([
    'Reading 5 of the 100 columns of ‘Payments’ goes through about 20 bytes of CSV for each one used.',
  ]);
});

test.each([
  ['a small file', { ...fewColumns, size: '900 MB' }],
  ['all columns', { ...fewColumns, accessPattern: 'full-scan' }],
  ['images', { format: 'image', accessPattern: 'column-subset' }],
])('%s may be text', (_, source) => {
  expect(messagesOf('SRC-01', data(source))).toEqual([]);
});

test('the size decides whether reading everything is an error', () => {
  const severityAt = (size: string) =>
    checkDraft(data({ ...fewColumns, size })).findings.find(({ rule }) => rule === 'SRC-01')?.severity;
  expect(severityAt('100 GB')).toBe('error');
  expect(severityAt('99 GB')).toBe('warning');
});

test.each([
  ['a warehouse', { format: 'parquet', accessPattern: 'append-row', storage: 'warehouse' }],
  ['a database that keeps columns', { format: 'rdbms-column', accessPattern: 'append-row' }],
  ['a log of rows', { format: 'avro', accessPattern: 'append-row' }],
])('%s takes rows one by one', (_, source) => {
  expect(messagesOf('SRC-02', data(source))).toEqual([]);
});

test('a file of columns in a lake does not', () => {
  expect(messagesOf('SRC-02', data({ format: 'parquet', accessPattern: 'append-row', storage: 'lake' }))).toHaveLength(
    1,
  );
});

test('a source is as old as the worse of what is stated and what follows', () => {
  const message = '‘Payments’ can be 1\u00a0day 2\u00a0hours old when it is used, and may be 1\u202fh at most.';
  expect(messagesOf('SRC-03', data({ ...served, freshnessNeeded: '1 h', freshnessProvided: '15 min' }))).toEqual([
    message,
  ]);
  expect(messagesOf('SRC-03', data({ ...served, freshnessNeeded: '26 h' }))).toEqual([]);
  expect(
    messagesOf('SRC-03', data({ usedFor: ['serve-feature'], freshnessNeeded: '1 h', freshnessProvided: '2 h' })),
  ).toEqual(['‘Payments’ can be 2\u00a0hours old when it is used, and may be 1\u202fh at most.']);
});

test('what is trained on may be as old as it likes', () => {
  expect(messagesOf('SRC-03', data({ ...served, usedFor: ['train'], freshnessNeeded: '1 h' }))).toEqual([]);
});

test('a feature asks for freshness too, and one cause is one finding', () => {
  const sections = data(
    { ...served, freshnessNeeded: '30 h' },
    { freshnessNeeded: '12 h' },
    { freshnessNeeded: '3 h' },
  );
  const [found] = checkDraft(sections).findings.filter(({ rule }) => rule === 'SRC-03');
  expect(found?.paths).toEqual([
    'data.sources.pay.updateCadence',
    'data.sources.pay.publishDelay',
    'data.features.f1.freshnessNeeded',
    'data.features.f0.freshnessNeeded',
  ]);
  // Even at its youngest it is too old, which is the other finding.
  const late = data(served, { freshnessNeeded: '1 h', availableAt: '0 s' });
  expect(messagesOf('SRC-03', late)).toEqual([]);
  expect(messagesOf('SRC-15', late)).toEqual([
    '‘Feature 0’ is known at the prediction from data that is 2\u00a0hours old when it can be read, so it is at least 2\u00a0hours old and may be 1\u00a0hour at most.',
  ]);
});

test('a source that is not there when predicting is one finding, whatever comes from it', () => {
  expect(messagesOf('SRC-04', data({ availableAtServing: false }, {}, {}, {}, {}, {}))).toEqual([
    '‘Payments’ is not there at the moment of prediction, and ‘Feature 0’, ‘Feature 1’, ‘Feature 2’ and 2 others come from it.',
  ]);
  expect(messagesOf('SRC-04', data({ availableAtServing: false, usedFor: ['serve-feature'] }))).toEqual([
    '‘Payments’ is to give features at prediction time, and is not there then.',
  ]);
});

test.each([
  ['trained on only', data({ availableAtServing: false, usedFor: ['train', 'label'] })],
  [
    'turned into features by a job that ran before',
    data(
      { availableAtServing: false, usedFor: ['train', 'serve-feature'] },
      { computed: 'batch', availableAt: '-6 h' },
    ),
  ],
])('a source may be away when it is %s', (_, sections) => {
  expect(messagesOf('SRC-04', sections)).toEqual([]);
});

test('a feature that names a source that is not there is found once', () => {
  const rules = checkDraft(data({}, { source: 'nowhere' })).findings.map(({ rule }) => rule);
  expect(rules).toContain('XRF-01');
  expect(rules).not.toContain('SRC-05');
});

test('a source that others are made from, or that is searched, is used', () => {
  const sources: JsonObject[] = [
    { id: 'raw' },
    { id: 'b', usedFor: ['train'], lineageUpstream: [{ id: 'o', source: 'raw' }] },
  ];
  const made = { data: { sources } };
  expect(messagesOf('SRC-06', made)).toEqual([]);
  const serving = { retrieval: { used: true, corpus: 'pay' } };
  expect(messagesOf('SRC-06', { ...data({}), serving, framing: { taskType: 'generation' } })).toEqual([]);
  expect(messagesOf('SRC-06', data({}, {}))).toEqual([]);
});

test('what is missing of a source is one gap', () => {
  expect(messagesOf('SRC-07', data({ format: 'csv' }))).toEqual(['‘Payments’ lacks an owner, an origin and a schema.']);
  const all = { owner: 'Data team', format: 'csv', schemaUrl: 'https://example.org/schema' };
  expect(messagesOf('SRC-07', data({ ...all, lineageUpstream: [{ id: 'o', name: 'Card log' }] }))).toEqual([]);
  expect(messagesOf('SRC-07', data({ ...all, lineageTransform: 'Joined by card' }))).toEqual([]);
});

test('a special category needs a condition of its own', () => {
  const grounds = { lawfulBasis: 'consent', retention: '365 d', deletionPath: 'By hand, within a week' };
  expect(messagesOf('SRC-08', data({ pii: 'special-category', ...grounds }))).toEqual([
    '‘Payments’ holds data about people, and lacks a condition that allows the special category.',
  ]);
  expect(messagesOf('SRC-08', data({ pii: 'pseudonymous', ...grounds }))).toEqual([]);
  expect(messagesOf('SRC-08', data({ pii: 'none' }))).toEqual([]);
});

test('a public data set that is only trained on promises no availability', () => {
  const terms = { kind: 'public', licence: 'CC0' };
  expect(messagesOf('SRC-09', data({ ...terms, usedFor: ['train'] }))).toEqual([]);
  expect(messagesOf('SRC-09', data({ ...terms, usedFor: ['serve-feature'] }))).toHaveLength(1);
  expect(messagesOf('SRC-09', data({ kind: 'internal-db' }))).toEqual([]);
});

test('a snapshot keeps what its source deletes', () => {
  const sections = { ...data({ usedFor: ['train'], retention: '30 d' }), operations: { trainingWindow: '365 d' } };
  const snapshot = (retention: string) => ({ items: [{ id: 's', kind: 'data-snapshot', retention }] });
  expect(messagesOf('SRC-10', sections)).toEqual([
    '‘Payments’ is kept for 30\u202fd, and training wants the last 365\u202fd.',
  ]);
  expect(messagesOf('SRC-10', { ...sections, artifacts: snapshot('365 d') })).toEqual([]);
  expect(messagesOf('SRC-10', { ...sections, artifacts: snapshot('90 d') })).toHaveLength(1);
});

test('features kept as they were served need no join', () => {
  const sections = { ...data({ usedFor: ['train'], pointInTimeCorrect: false }), framing: { timeDependent: true } };
  expect(messagesOf('SRC-13', sections)).toHaveLength(1);
  expect(messagesOf('SRC-13', { ...sections, operations: { logging: { featuresLoggedAtServing: true } } })).toEqual([]);
  expect(messagesOf('SRC-13', { ...sections, framing: { timeDependent: false } })).toEqual([]);
});

test('features computed when asked for are another rule’s', () => {
  const two = [
    { computed: 'batch', sameCode: false },
    { computed: 'streaming', sameCode: false },
  ];
  expect(messagesOf('SRC-14', data({}, ...two))).toEqual([
    'Training and serving compute ‘Feature 0’ and ‘Feature 1’ with different code, which drifts apart.',
  ]);
  expect(messagesOf('SRC-14', data({}, { computed: 'on-demand', sameCode: false }))).toEqual([]);
});
