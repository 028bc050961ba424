import { expect, test } from 'vitest';
import { checkDraft } from '#test/check-drafts.ts';
import type { JsonObject } from '../../json.ts';

/** Sound designs of different kinds, about which the rules on objectives, data and connections have nothing to say. */

const own = /^(?:OBJ|SRC|FLW|FRM-04)/;
const foundIn = (sections: Readonly<Record<string, JsonObject>>): string[] =>
  checkDraft(sections)
    .findings.filter(({ rule }) => own.test(rule))
    .map(({ rule, message }) => `${rule} ${message}`);

const described: JsonObject = {
  owner: 'Data platform',
  collectionProcess: 'Written by the shop at each event',
  schemaUrl: 'https://example.org/schema',
  pii: 'none',
};
const component = (id: string, kind: string, fields: JsonObject = {}): JsonObject => ({
  id,
  name: id,
  kind,
  ...fields,
});
const edge = (from: string, to: string, fields: JsonObject): JsonObject => ({
  id: `${from}-${to}`,
  purpose: `${from} to ${to}`,
  from,
  to,
  schemaVersioned: true,
  ...fields,
});

test('a feed that is scored on request from a store, with events through a broker', () => {
  const online = { onOnlinePath: true };
  const call = { mode: 'rpc', sync: true, idempotent: true };
  const sent = { mode: 'pubsub', sync: false, delivery: 'at-least-once', idempotent: true, retention: '7 d' };
  expect(
    foundIn({
      framing: { taskType: 'ranking', timeDependent: true, modality: ['tabular'] },
      metrics: {
        items: [
          { id: 'watch', name: 'Time watched', kind: 'model', role: 'primary', direction: 'up' },
          { id: 'reports', name: 'Reports', kind: 'model', role: 'guardrail', direction: 'down' },
        ],
      },
      objectives: {
        combination: 'weighted-score',
        items: [
          {
            id: 'a',
            name: 'Watch',
            metric: 'watch',
            kind: 'maximise',
            scoreScale: 'probability',
            scoreCalibrated: true,
          },
          { id: 'b', name: 'Few reports', metric: 'reports', kind: 'constrain', constraintOp: 'at-most' },
        ],
        weights: [{ id: 'w', objective: 'a', alpha: '1' }],
        weightSum: 'one',
      },
      data: {
        sources: [
          {
            ...described,
            id: 'views',
            name: 'Views',
            kind: 'event-stream',
            usedFor: ['train', 'serve-feature', 'label'],
            availableAtServing: true,
            format: 'avro',
            accessPattern: 'stream',
            updateCadence: '1 s',
            publishDelay: '2 s',
            freshnessNeeded: '1 min',
            pointInTimeCorrect: true,
            retention: '400 d',
          },
          {
            ...described,
            id: 'archive',
            name: 'Archive',
            usedFor: ['train'],
            availableAtServing: false,
            format: 'parquet',
            accessPattern: 'column-subset',
            columnsTotal: '200',
            columnsRead: '12',
            size: '40 TB',
            pointInTimeCorrect: true,
            retention: '800 d',
          },
        ],
        features: [
          {
            id: 'f',
            name: 'Views in an hour',
            source: 'views',
            computed: 'streaming',
            availableAt: '0 s',
            sameCode: true,
            freshnessNeeded: '1 min',
          },
          { id: 'g', name: 'Usual genre', source: 'archive', computed: 'batch', availableAt: '-8 h', sameCode: true },
        ],
      },
      dataflow: {
        dataOrLogic: 'data-heavy',
        components: [
          component('app', 'client', online),
          component('feed', 'service', { ...online, capacity: '4000/s' }),
          component('features', 'database', { ...online, capacity: '20000/s', latency: { p99: '12 ms' } }),
          component('model', 'model-server', { ...online, capacity: '5000/s' }),
          component('events', 'broker'),
          component('lake', 'warehouse'),
        ],
        edges: [
          edge('app', 'feed', { ...call, mode: 'rest', peakRate: '2000/s', timeout: '300 ms', retries: 0 }),
          edge('feed', 'features', {
            ...call,
            mode: 'database',
            bothCanAccess: true,
            peakRate: '2000/s',
            fanout: 2,
            timeout: '40 ms',
            retries: 1,
          }),
          edge('feed', 'model', { ...call, peakRate: '2000/s', timeout: '100 ms', retries: 0 }),
          edge('app', 'events', sent),
          edge('events', 'lake', sent),
        ],
      },
      serving: {
        predictionMode: 'online',
        slo: [{ id: 's', percentile: 'p99', ms: '200 ms', scope: 'server' }],
        timeoutMs: '300 ms',
      },
      labels: { labelType: 'natural-implicit', labelDelay: '30 d' },
      operations: { trainingWindow: '365 d', logging: { featuresLoggedAtServing: true } },
      artifacts: { items: [{ id: 't', kind: 'thresholds-and-weights' }] },
    }),
  ).toEqual([]);
});

test('sales that are forecast each night from files', () => {
  expect(
    foundIn({
      framing: { taskType: 'forecasting', horizon: '28 d', timeDependent: true, modality: ['time-series'] },
      objectives: { combination: 'single' },
      data: {
        sources: [
          {
            ...described,
            id: 'sales',
            name: 'Sales',
            usedFor: ['train', 'serve-feature'],
            availableAtServing: true,
            format: 'csv',
            accessPattern: 'full-scan',
            updateCadence: '24 h',
            publishDelay: '3 h',
            freshnessNeeded: '48 h',
            historySpan: '1100 d',
            pointInTimeCorrect: true,
          },
        ],
        features: [
          { id: 'f', name: 'Sales a week ago', source: 'sales', computed: 'batch', availableAt: '-6 d' },
          { id: 'g', name: 'Planned promotions', source: 'sales', computed: 'batch', availableAt: '-14 d' },
        ],
      },
      dataflow: {
        components: [component('job', 'batch-job'), component('planning', 'service', { capacity: '1/s' })],
        edges: [edge('job', 'planning', { mode: 'file', sync: false, idempotent: true })],
      },
      serving: { predictionMode: 'batch' },
      sampling: { seasonalityPeriod: '365 d' },
      operations: { logging: { featuresLoggedAtServing: false } },
    }),
  ).toEqual([]);
});

test('answers of a prompted model from a corpus of others', () => {
  expect(
    foundIn({
      framing: { taskType: 'generation', learningMode: 'pretrained-prompted', modality: ['text'] },
      objectives: { combination: 'policy-layer', items: [{ id: 'a', name: 'Helpful', metric: 'm1' }] },
      data: {
        sources: [
          {
            ...described,
            id: 'manuals',
            name: 'Manuals',
            kind: 'public',
            licence: 'CC BY 4.0',
            usedFor: ['serve-feature'],
            slaAvailability: '99.9 %',
            availableAtServing: true,
            format: 'text',
            accessPattern: 'range-scan',
            freshnessNeeded: '30 d',
            updateCadence: '7 d',
            publishDelay: '1 d',
          },
        ],
      },
      dataflow: {
        components: [component('assistant', 'service', { onOnlinePath: true }), component('host', 'third-party')],
        edges: [edge('assistant', 'host', { mode: 'rest', sync: true, timeout: '20 s', retries: 1, idempotent: true })],
      },
      serving: { predictionMode: 'online', timeoutMs: '60 s', slo: [{ id: 's', percentile: 'p95', ms: '8 s' }] },
      operations: { logging: { featuresLoggedAtServing: false } },
    }),
  ).toEqual([]);
});

test('a weighted loss that is trained anew before its weights change', () => {
  expect(
    foundIn({
      metrics: {
        items: [
          { id: 'm1', direction: 'up', role: 'primary' },
          { id: 'm2', direction: 'down', role: 'secondary' },
        ],
      },
      objectives: {
        combination: 'weighted-loss',
        retrainTime: '6 h',
        items: [
          { id: 'a', name: 'Clicks', metric: 'm1', kind: 'maximise' },
          { id: 'b', name: 'Adversary', metric: 'm2', kind: 'maximise' },
        ],
        weights: [
          { id: 'w1', objective: 'a', alpha: '1', changeFrequency: '90 d' },
          { id: 'w2', objective: 'b', alpha: '-0.2', changeFrequency: '90 d' },
        ],
      },
      artifacts: { items: [{ id: 'h', kind: 'hyperparameters' }] },
    }),
  ).toEqual([]);
});
