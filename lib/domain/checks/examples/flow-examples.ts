import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const component = (id: string, kind: string, fields: JsonObject = {}): JsonObject => ({
  id,
  name: id,
  kind,
  ...fields,
});
const flow = (components: readonly JsonObject[], edges: readonly JsonObject[], fields: JsonObject = {}) => ({
  dataflow: { components, edges, ...fields },
});
const call = (from: string, to: string, fields: JsonObject = {}): JsonObject => ({
  id: `${from}-${to}`,
  purpose: `${from} to ${to}`,
  from,
  to,
  mode: 'rpc',
  sync: true,
  ...fields,
});
const online: JsonObject = { onOnlinePath: true };

const profileStore = (latency: JsonObject) => component('profiles', 'database', { ...online, latency });
const scored = (latency: JsonObject, ms: string, more: readonly JsonObject[] = []) => ({
  ...flow(
    [component('scorer', 'service', online), profileStore(latency), component('limits', 'service', online)],
    [call('scorer', 'profiles', { mode: 'database' }), ...more],
  ),
  serving: { predictionMode: 'online', slo: [{ id: 's', percentile: 'p99', ms }] },
});
const throughDatabase = call('scorer', 'limits', { mode: 'database' });

const letters = ['a', 'b', 'c', 'd', 'e'];
const services = letters.map((id) => component(id, 'service'));
const eachToNext = letters.map((id, index) => call(id, letters[(index + 1) % 5] ?? ''));
const eachToBefore = letters.map((id, index) => call(id, letters[(index + 4) % 5] ?? ''));
const oneMore = call('a', 'c');

const pushes = (mode: string) =>
  flow(
    services.slice(0, 4),
    ['b', 'c', 'd'].map((to) => call('a', to, { mode, sync: false })),
    { dataOrLogic: 'data-heavy' },
  );
const asked = (timeout: string, retries: number) =>
  flow(services.slice(0, 3), [call('a', 'b', { timeout: '200 ms', retries: 0 }), call('b', 'c', { timeout, retries })]);
const loaded = (fields: JsonObject) =>
  flow([component('a', 'service'), component('b', 'model-server', { capacity: '1000/s' })], [call('a', 'b', fields)]);
const message = (fields: JsonObject) =>
  flow(services.slice(0, 2), [call('a', 'b', { mode: 'queue', sync: false, ...fields })]);
const events = (retention: string) => ({
  ...flow(services.slice(0, 2), [call('a', 'b', { mode: 'pubsub', sync: false, retention })]),
  labels: { labelType: 'natural-implicit', labelDelay: '30 d' },
  operations: { replayNeeded: '14 d' },
});
const logging = (featuresLoggedAtServing: boolean) => ({
  serving: { predictionMode: 'online' },
  operations: { logging: { featuresLoggedAtServing } },
});
const tried = (...retries: readonly number[]) =>
  flow(
    services.slice(0, 3),
    retries.map((each, index) => call(letters[index] ?? '', letters[index + 1] ?? '', { retries: each })),
  );

export const flowExamples: Readonly<Record<string, RuleExamples>> = {
  'FLW-01': {
    passing: scored({ p99: '20 ms' }, '300 ms', [throughDatabase]),
    failing: scored({ p99: '60 ms' }, '100 ms'),
    notEvaluable: { dataflow: scored({}, '100 ms').dataflow },
    edge: { path: 'dataflow.components.profiles.latency.p99', passes: '50 ms', fails: '51 ms' },
  },
  'FLW-02': {
    passing: flow([], [call('a', 'b', { mode: 'database', bothCanAccess: true })]),
    failing: flow([], [call('a', 'b', { mode: 'database', bothCanAccess: false })]),
    notEvaluable: flow([], [call('a', 'b', { mode: 'database' })]),
  },
  'FLW-03': {
    passing: flow(services, [...eachToNext, ...eachToBefore]),
    failing: flow(services, [...eachToNext, ...eachToBefore, oneMore]),
    notEvaluable: flow(services, [{ ...oneMore, sync: open }]),
  },
  'FLW-04': {
    passing: flow([component('a', 'service', online)], [call('a', 'b', { mode: 'queue', sync: false })]),
    failing: flow([component('a', 'service', online)], [call('a', 'b', { mode: 'queue' })]),
    notEvaluable: flow([component('a', 'service')], [call('a', 'b', { mode: 'queue' })]),
  },
  'FLW-05': {
    passing: pushes('pubsub'),
    failing: pushes('rest'),
    notEvaluable: flow(services.slice(0, 2), [call('a', 'b')]),
  },
  'FLW-06': {
    passing: flow(services.slice(0, 3), eachToNext.slice(0, 2)),
    failing: flow(services, eachToNext),
    notEvaluable: flow(services, [...eachToNext.slice(1), { ...eachToNext[0], sync: open }]),
  },
  'FLW-07': {
    passing: asked('90 ms', 1),
    failing: asked('90 ms', 2),
    notEvaluable: flow(services.slice(0, 3), [
      call('a', 'b', { timeout: '200 ms' }),
      call('b', 'c', { timeout: '90 ms' }),
    ]),
    edge: { path: 'dataflow.edges.b-c.timeout', passes: '66 ms', fails: '67 ms' },
  },
  'FLW-08': {
    passing: loaded({ peakRate: '900/s' }),
    failing: loaded({ peakRate: '600/s', fanout: 2 }),
    notEvaluable: loaded({ fanout: 2 }),
    edge: { path: 'dataflow.edges.a-b.peakRate', passes: '499/s', fails: '500/s' },
  },
  'FLW-09': {
    passing: message({ delivery: 'at-least-once', idempotent: true }),
    failing: message({ delivery: 'at-least-once', idempotent: false }),
    notEvaluable: message({ delivery: 'at-least-once' }),
  },
  'FLW-10': {
    passing: events('45 d'),
    failing: events('7 d'),
    notEvaluable: flow(services.slice(0, 2), [call('a', 'b', { mode: 'pubsub', sync: false, retention: '7 d' })]),
    edge: { path: 'dataflow.edges.a-b.retention', passes: '30 d', fails: '29 d' },
  },
  'FLW-11': {
    passing: logging(true),
    failing: logging(false),
    notEvaluable: { serving: { predictionMode: 'online' } },
  },
  'FLW-12': {
    passing: flow([], [call('a', 'b', { schemaVersioned: true })]),
    failing: flow([], [call('a', 'b', { schemaVersioned: false })]),
    notEvaluable: flow([], [call('a', 'b')]),
  },
  'FLW-13': {
    passing: tried(1, 1),
    failing: tried(2, 2),
    notEvaluable: flow(services.slice(0, 2), [call('a', 'b')]),
    edge: { path: 'dataflow.edges.b-c.retries', passes: 0, fails: 1 },
  },
};
