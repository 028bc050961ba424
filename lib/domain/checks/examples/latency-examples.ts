import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const limit = (ms: string, percentile = 'p99'): JsonObject => ({ slo: [{ id: 'tail', percentile, ms }] });
const online = (fields: JsonObject) => ({ serving: { predictionMode: 'online', ...fields } });

/** A model server that calls a feature store. */
const path = (features: JsonObject, model: JsonObject): { readonly dataflow: JsonObject } => ({
  dataflow: {
    components: [
      { id: 'model', name: 'Model server', kind: 'model-server', onOnlinePath: true, latency: model },
      { id: 'features', name: 'Feature store', kind: 'feature-store', onOnlinePath: true, latency: features },
    ],
    edges: [{ id: 'fetch', purpose: 'Fetch features', from: 'model', to: 'features', mode: 'rpc', sync: true }],
  },
});
const tails = path({ p50: '10 ms', p99: '40 ms' }, { p50: '20 ms', p99: '60 ms' });
const means = path({ mean: '10 ms', p50: '8 ms' }, { mean: '20 ms', p50: '18 ms' });

const fanned = (p99: JsonObject | string): Readonly<Record<string, JsonObject>> => ({
  ...online(limit('100 ms')),
  dataflow: {
    components: [
      { id: 'search', name: 'Search', kind: 'service', onOnlinePath: true },
      { id: 'shard', name: 'Index shard', kind: 'service', latency: { p50: '10 ms', p99 } },
    ],
    edges: [
      { id: 'ask', purpose: 'Ask every shard', from: 'search', to: 'shard', mode: 'rpc', sync: true, fanout: 100 },
    ],
  },
});
const measured = (measurement: JsonObject) => online({ ...limit('100 ms'), measurement });

export const latencyExamples: Readonly<Record<string, RuleExamples>> = {
  'LAT-01': {
    passing: online(limit('100 ms')),
    failing: online({ meanMs: '20 ms' }),
    notEvaluable: online({ slo: open }),
  },
  'LAT-02': {
    passing: { ...online({ ...limit('100 ms'), meanMs: '35 ms' }), ...means },
    failing: { ...online({ ...limit('100 ms'), meanMs: '25 ms' }), ...means },
    notEvaluable: { ...online({ ...limit('100 ms'), meanMs: '25 ms' }), ...path({}, { mean: '20 ms' }) },
    edge: { path: 'serving.meanMs', passes: '30 ms', fails: '29.9 ms' },
  },
  'LAT-03': {
    passing: { ...online(limit('100 ms')), ...tails },
    failing: { ...online(limit('60 ms')), ...tails },
    notEvaluable: { ...online(limit('60 ms')), ...path({ p50: '10 ms' }, { p50: '20 ms', p99: '60 ms' }) },
    edge: { path: 'serving.slo.tail.ms', passes: '77.7 ms', fails: '77.6 ms' },
  },
  'LAT-04': {
    passing: { ...online(limit('100 ms')), ...tails },
    failing: { ...online(limit('90 ms')), ...tails },
    notEvaluable: online(limit('90 ms')),
    edge: { path: 'serving.slo.tail.ms', passes: '100 ms', fails: '99.9 ms' },
  },
  'LAT-05': {
    passing: fanned('30 ms'),
    failing: fanned('120 ms'),
    notEvaluable: fanned(open),
    edge: { path: 'dataflow.components.shard.latency.p99', passes: '42 ms', fails: '43 ms' },
  },
  'LAT-09': {
    passing: measured({ n: 300 }),
    failing: measured({ n: 100 }),
    notEvaluable: measured({}),
    edge: { path: 'serving.measurement.n', passes: 299, fails: 298 },
  },
  'LAT-10': {
    passing: measured({ openLoop: true }),
    failing: measured({ openLoop: false }),
    notEvaluable: measured({ openLoop: open }),
  },
  'LAT-11': {
    passing: measured({ aggregatedHow: 'merged-histograms' }),
    failing: measured({ aggregatedHow: 'averaged-percentiles' }),
    notEvaluable: measured({ aggregatedHow: open }),
  },
};
