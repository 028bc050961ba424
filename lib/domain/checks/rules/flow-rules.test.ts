import { expect, test } from 'vitest';
import { checkDraft, messagesOf } from '#test/check-drafts.ts';
import type { JsonObject } from '../../json.ts';

const component = (name: string, fields: JsonObject = {}): JsonObject => ({
  id: name.toLowerCase(),
  name,
  kind: 'service',
  ...fields,
});
const call = (from: string, to: string, fields: JsonObject = {}): JsonObject => ({
  id: `${from}-${to}`.toLowerCase(),
  purpose: `${from} to ${to}`,
  from: from.toLowerCase(),
  to: to.toLowerCase(),
  mode: 'rpc',
  sync: true,
  ...fields,
});
const flow = (components: readonly JsonObject[], edges: readonly JsonObject[], fields: JsonObject = {}) => ({
  dataflow: { components, edges, ...fields },
});
const three = ['A', 'B', 'C'].map((id) => component(id, { onOnlinePath: true }));

/** A service that reads from a database while a user waits at most 100 ms at p99. */
const readsDatabase = (latency: JsonObject, edge: JsonObject = {}, slo: JsonObject = {}) => ({
  ...flow(
    [component('A', { onOnlinePath: true }), component('B', { kind: 'database', latency })],
    [call('A', 'B', { mode: 'database', ...edge })],
  ),
  serving: { predictionMode: 'online', slo: [{ id: 's', percentile: 'p99', ms: '100 ms', ...slo }] },
});

test('a database is compared with the objective of the same percentile', () => {
  expect(messagesOf('FLW-01', readsDatabase({ p99: '60 ms' }))).toEqual([
    '‘A to B’ waits for a database whose p99 of 60\u202fms is 60\u202f% of the 100\u202fms that the whole may take.',
  ]);
  expect(messagesOf('FLW-01', readsDatabase({ p50: '5 ms', p99: '60 ms' }, {}, { percentile: 'p50' }))).toEqual([]);
  expect(messagesOf('FLW-01', readsDatabase({ p999: '60 ms' }, {}, { percentile: 'p99-9' }))).toHaveLength(1);
  expect(messagesOf('FLW-01', readsDatabase({ p99: '60 ms' }, {}, { scope: 'model' }))).toEqual([]);
});

test('only a database that takes more than all the time is an error', () => {
  const severityAt = (p99: string) =>
    checkDraft(readsDatabase({ p99 })).findings.find(({ rule }) => rule === 'FLW-01')?.severity;
  expect(severityAt('100 ms')).toBe('warning');
  expect(severityAt('101 ms')).toBe('error');
});

test('a database is no matter where a cache answers nearly all, or nobody waits', () => {
  const slow = { p99: '60 ms' };
  expect(messagesOf('FLW-01', readsDatabase(slow, { cacheHit: '99.5 %' }))).toEqual([]);
  expect(messagesOf('FLW-01', readsDatabase(slow, { cacheHit: '90 %' }))).toHaveLength(1);
  expect(messagesOf('FLW-01', readsDatabase(slow, { sync: false }))).toEqual([]);
});

test('the time of a database has to be stated where there is little', () => {
  expect(messagesOf('FLW-01', readsDatabase({}))).toEqual([
    '‘A to B’ waits for a database on a path of 100\u202fms, and how long that takes is not stated.',
  ]);
  const report = checkDraft(readsDatabase({}, {}, { ms: '2 s' }));
  expect(report.waiting.find(({ rule }) => rule === 'FLW-01')?.missing).toEqual(['dataflow.components.b.latency.p99']);
});

test('waiting for a broker to take a message is not waiting for its readers', () => {
  const edges = [call('A', 'B', { mode: 'queue' })];
  expect(messagesOf('FLW-04', flow(three, edges))).toHaveLength(1);
  expect(messagesOf('FLW-04', flow([three[0] ?? {}, component('B', { kind: 'broker' })], edges))).toEqual([]);
});

test('a gateway that waits for its services hands out no data', () => {
  const parts = ['A', 'B', 'C', 'D'].map((id) => component(id));
  const to = ['B', 'C', 'D'];
  const heavy = { dataOrLogic: 'data-heavy' };
  const waited = to.map((id) => call('A', id, { mode: 'rest' }));
  expect(messagesOf('FLW-05', flow(parts, waited, heavy))).toEqual([]);
  const pushed = waited.map((edge) => ({ ...edge, sync: false }));
  expect(messagesOf('FLW-05', flow(parts, pushed, heavy))).toEqual([
    '‘A’ calls 3 receivers to hand them data, and waits for none of them; publish it once instead.',
  ]);
  expect(messagesOf('FLW-05', flow(parts, pushed, { dataOrLogic: 'logic-heavy' }))).toEqual([]);
});

test('a circle is named by its members, however it is entered', () => {
  const around = [call('A', 'B'), call('B', 'C'), call('C', 'B')];
  expect(messagesOf('FLW-06', flow(three, around))).toEqual(['‘B’ and ‘C’ wait for one another in a circle.']);
  expect(messagesOf('FLW-06', flow(three, [call('A', 'A')]))).toEqual(['‘A’ waits for itself.']);
});

test.each([
  ['closed by an event', [call('A', 'B'), call('B', 'A', { mode: 'pubsub', sync: false })]],
  ['within a process', [call('A', 'B', { mode: 'in-process' }), call('B', 'A', { mode: 'in-process' })]],
  ['that is none, as two ways lead to one place', [call('A', 'B'), call('A', 'C'), call('B', 'C')]],
])('a circle %s holds nobody up', (_, edges) => {
  expect(messagesOf('FLW-06', flow(three, edges))).toEqual([]);
});

const timed = (timeout: string, retries: number): JsonObject => ({ timeout, retries });

test('nested timeouts do not add, and each is within that of its caller', () => {
  const nested = [call('A', 'B', timed('200 ms', 0)), call('B', 'C', timed('90 ms', 1))];
  expect(messagesOf('FLW-07', flow(three, nested))).toEqual([]);
  const retried = [call('A', 'B', timed('200 ms', 0)), call('B', 'C', timed('90 ms', 2))];
  expect(messagesOf('FLW-07', flow(three, retried))).toEqual([
    '‘B to C’ may be waited for 270\u202fms, and whoever waits for the result gives up after 200\u202fms.',
  ]);
});

test('the first component is held to what users wait', () => {
  const serving = { predictionMode: 'online', timeoutMs: '150 ms' };
  const edges = [call('A', 'B', timed('200 ms', 0))];
  expect(messagesOf('FLW-07', { ...flow(three, edges), serving })).toHaveLength(1);
  const batch = three.map((part) => ({ ...part, onOnlinePath: false }));
  expect(messagesOf('FLW-07', { ...flow(batch, edges), serving })).toEqual([]);
});

test('calls that may run side by side are only pointed out', () => {
  const edges = [
    call('Z', 'A', timed('200 ms', 0)),
    call('A', 'B', timed('150 ms', 0)),
    call('A', 'C', timed('100 ms', 0)),
  ];
  const found = checkDraft(flow(three, edges)).findings.filter(({ rule }) => rule === 'FLW-07');
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    [
      'info',
      'If the calls of ‘A’ run one after another they may take 250\u202fms, and its caller gives up after 200\u202fms.',
    ],
  ]);
});

test('a call that is waited for needs a timeout, within a process none', () => {
  expect(messagesOf('FLW-07', flow(three, [call('A', 'B', { retries: 0 })]))).toEqual([
    '‘A to B’ is waited for without a timeout: where no answer comes, its sender hangs.',
  ]);
  expect(messagesOf('FLW-07', flow(three, [call('A', 'B', { mode: 'in-process' })]))).toEqual([]);
});

/** Two senders to one receiver that can take 1,000 a second. */
const twoSenders = (first: JsonObject, second: JsonObject) =>
  flow([...three.slice(0, 2), component('C', { capacity: '1000/s' })], [call('A', 'C', first), call('B', 'C', second)]);
const loads = (sections: ReturnType<typeof twoSenders>) =>
  checkDraft(sections)
    .findings.filter(({ rule }) => rule === 'FLW-08')
    .map(({ severity, message }) => [severity, message]);

test('the peaks of those who wait have to be taken at once', () => {
  expect(loads(twoSenders({ peakRate: '700/s' }, { peakRate: '300/s' }))).toEqual([
    ['error', 'At peak 1,000\u00a0per second arrive at ‘C’, which can take 1,000\u00a0per second.'],
  ]);
  expect(loads(twoSenders({ peakRate: '700/s' }, { peakRate: '600/s', cacheHit: '60 %' }))).toEqual([]);
});

test('what one sender brings is enough where it is too much', () => {
  expect(loads(twoSenders({ peakRate: '1200/s' }, {}))).toHaveLength(1);
});

test('a queue may fill at peak, and not on average', () => {
  const handed = { mode: 'queue', sync: false };
  const sent = (rate: string, peakRate: string) =>
    loads(twoSenders({ ...handed, rate, peakRate }, { ...handed, rate: '0/s', peakRate: '0/s' }));
  expect(sent('1100/s', '3000/s')).toEqual([
    ['error', 'On average 1,100\u00a0per second arrive at ‘C’, which can take 1,000\u00a0per second.'],
  ]);
  expect(sent('400/s', '3000/s')).toEqual([
    [
      'info',
      'What waits grows while the peak lasts, as 3,000\u00a0per second arrive at ‘C’, which can take 1,000\u00a0per second.',
    ],
  ]);
});

test('retries that could double the load are only pointed out', () => {
  expect(loads(twoSenders({ peakRate: '600/s', retries: 1 }, { peakRate: '100/s' }))).toEqual([
    [
      'info',
      'If calls fail at peak, retries bring up to 1,300\u00a0per second to ‘C’, which can take 1,000\u00a0per second.',
    ],
  ]);
});

test('what is tried once, or exactly once, does not come twice', () => {
  const repeated = (fields: JsonObject) =>
    messagesOf('FLW-09', flow(three, [call('A', 'B', { idempotent: false, ...fields })]));
  expect(repeated({ retries: 1 })).toEqual([
    '‘A to B’ is tried again when it fails, and a second time does harm: make it safe to repeat, or duplicates will count.',
  ]);
  expect(repeated({ retries: 0 })).toEqual([]);
  expect(repeated({ mode: 'queue', sync: false, delivery: 'exactly-once', retries: 3 })).toEqual([]);
});

test('events that are stored may be forgotten by the stream', () => {
  const labels = { labelType: 'natural-explicit', labelDelay: '90 d' };
  const stream = call('A', 'B', { mode: 'pubsub', sync: false, retention: '7 d' });
  expect(messagesOf('FLW-10', { ...flow(three, [stream]), labels })).toEqual([
    'Events of ‘A to B’ are kept for 7\u202fd and stored nowhere else, and their labels come after 90\u00a0days.',
  ]);
  const warehouse = component('W', { kind: 'warehouse' });
  const stored = flow(
    [...three, warehouse],
    [stream, call('A', 'W', { mode: 'pubsub', sync: false, retention: '7 d' })],
  );
  expect(messagesOf('FLW-10', { ...stored, labels })).toEqual([]);
  const written = flow([...three, warehouse], [stream, call('B', 'W', { mode: 'database' })]);
  expect(messagesOf('FLW-10', { ...written, labels })).toEqual([]);
});

const logging = { operations: { logging: { featuresLoggedAtServing: false } } };

test.each([
  ['a batch run', { serving: { predictionMode: 'batch' } }],
  ['a device', { serving: { predictionMode: 'edge' } }],
  ['a prompted model', { serving: { predictionMode: 'online' }, framing: { learningMode: 'pretrained-prompted' } }],
  ['pictures', { serving: { predictionMode: 'online' }, framing: { modality: ['image'] } }],
  [
    'sources that can be read as they were',
    {
      serving: { predictionMode: 'online' },
      data: { sources: [{ id: 's', usedFor: ['serve-feature'], pointInTimeCorrect: true }] },
    },
  ],
])('%s logs no features', (_, sections) => {
  expect(messagesOf('FLW-11', { ...logging, ...sections })).toEqual([]);
});

test('schemas without a version are one finding', () => {
  const edges = [call('A', 'B', { schemaVersioned: false }), call('B', 'C', { schemaVersioned: false })];
  expect(messagesOf('FLW-12', flow(three, edges))).toEqual([
    'The schema of what passes is not versioned: ‘A to B’ and ‘B to C’.',
  ]);
});

test('retries multiply along a chain of calls, and not beside it', () => {
  const chain = [call('A', 'B', { retries: 2 }), call('B', 'C', { retries: 2 })];
  expect(messagesOf('FLW-13', flow(three, chain))).toEqual([
    'What fails at the end of a chain of calls is tried 9 times for one request: 3 of ‘A to B’ and 3 of ‘B to C’.',
  ]);
  const beside = [call('A', 'B', { retries: 2 }), call('A', 'C', { retries: 2 })];
  expect(messagesOf('FLW-13', flow(three, beside))).toEqual([]);
  const handedOn = [chain[0] ?? {}, call('B', 'C', { mode: 'queue', sync: false, retries: 9 })];
  expect(messagesOf('FLW-13', flow(three, handedOn))).toEqual([]);
  const circle = [...chain, call('C', 'A', { retries: 0 })];
  expect(messagesOf('FLW-13', flow(three, circle))).toHaveLength(1);
});

test('five services that call each other once are no web', () => {
  const ids = ['A', 'B', 'C', 'D', 'E'];
  const every = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => call(from, to)));
  const parts = ids.map((id) => component(id));
  expect(messagesOf('FLW-03', flow(parts, every.slice(0, 10)))).toEqual([]);
  expect(messagesOf('FLW-03', flow(parts, every))).toEqual([
    '5 services wait for one another over 20 connections; a broker between them would need one for each.',
  ]);
  const clients = ids.map((id) => component(id, { kind: 'client' }));
  expect(messagesOf('FLW-03', flow(clients, every))).toEqual([]);
});
