import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const limit = (ms: string): JsonObject => ({ slo: [{ id: 'tail', percentile: 'p99', ms }] });
const online = (fields: JsonObject) => ({ serving: { predictionMode: 'online', ...fields } });
const workers = (fields: JsonObject) =>
  online({ peakRps: '80 per second', meanMs: '10 ms', perReplicaConcurrency: 1, replicas: 2, ...fields });

const batch: JsonObject = {
  enabled: true,
  maxSize: 16,
  maxDelayMs: '10 ms',
  serviceAlphaMs: '1 ms',
  serviceTau0Ms: '8 ms',
};
const batching = (fields: JsonObject) => online({ batch, peakRps: '500 per second', replicas: 1, ...fields });

const component = (fields: JsonObject): { readonly dataflow: JsonObject } => ({
  dataflow: {
    components: [{ id: 'store', name: 'Feature store', kind: 'feature-store', ...fields }],
    edges: [{ id: 'fetch', purpose: 'Fetch features', to: 'store', mode: 'rpc', peakRate: '1,000 per second' }],
  },
});
const pool = (concurrency: JsonObject | number) => component({ replicas: 2, concurrency, latency: { mean: '20 ms' } });
const depends = (availability: JsonObject | string, objective = '99.9 %') => ({
  ...component({ availability }),
  serving: { availabilitySlo: objective, hardDependencies: [{ id: 'needs-store', component: 'store' }] },
});

export const loadExamples: Readonly<Record<string, RuleExamples>> = {
  'FRM-10': {
    passing: { framing: { decisionDeadline: '24 h' }, serving: { predictionMode: 'batch', batchWindow: '4 h' } },
    failing: { framing: { decisionDeadline: '2 h' }, serving: { predictionMode: 'batch', batchWindow: '4 h' } },
    notEvaluable: { serving: { predictionMode: 'batch', batchWindow: '4 h' } },
    edge: { path: 'framing.decisionDeadline', passes: '4 h', fails: '3.9 h' },
  },
  'LAT-06': {
    passing: batching(limit('60 ms')),
    failing: batching(limit('20 ms')),
    notEvaluable: batching({ ...limit('20 ms'), replicas: open }),
    edge: { path: 'serving.slo.tail.ms', passes: '38 ms', fails: '37.9 ms' },
  },
  'LAT-07': {
    passing: workers({}),
    failing: workers({ meanMs: '20 ms' }),
    notEvaluable: workers({ replicas: open }),
    edge: { path: 'serving.meanMs', passes: '17.5 ms', fails: '17.6 ms' },
  },
  'LAT-08': {
    passing: workers({ replicas: 3, ...limit('100 ms') }),
    failing: workers({ ...limit('20 ms') }),
    notEvaluable: workers({ replicas: open, ...limit('20 ms') }),
    edge: { path: 'serving.replicas', passes: 3, fails: 2 },
  },
  'LAT-12': {
    passing: pool(16),
    failing: pool(8),
    notEvaluable: pool(open),
    edge: { path: 'dataflow.components.store.concurrency', passes: 10, fails: 9 },
  },
  'LAT-13': {
    passing: online({ expectedRps: '10 per second', peakRps: '60 per second' }),
    failing: online({ expectedRps: '10 per second', peakRps: '5 per second' }),
    notEvaluable: online({ expectedRps: '10 per second', peakRps: open }),
    edge: { path: 'serving.peakRps', passes: '10 per second', fails: '9 per second' },
  },
  'LAT-14': {
    passing: depends('99.95 %'),
    failing: depends('99.5 %'),
    notEvaluable: depends(open),
    edge: { path: 'dataflow.components.store.availability', passes: '99.9 %', fails: '99.89 %' },
  },
  'LAT-15': {
    passing: online({ fallback: 'heuristic' }),
    failing: online({ fallback: 'none' }),
    notEvaluable: online({ fallback: open }),
  },
  'LAT-16': {
    passing: online({ expectedRps: '1 per second', costPer1kPredictions: '€0.40', budgetPerMonth: '€2,000/month' }),
    failing: online({ expectedRps: '10 per second', costPer1kPredictions: '€0.40', budgetPerMonth: '€2,000/month' }),
    notEvaluable: online({ costPer1kPredictions: '€0.40', budgetPerMonth: '€2,000/month' }),
    edge: { path: 'serving.expectedRps', passes: '1.90 per second', fails: '1.91 per second' },
  },
  'LAT-17': {
    passing: workers({ replicas: 2, availabilitySlo: '99.9 %' }),
    failing: workers({ replicas: 1, availabilitySlo: '99.9 %' }),
    notEvaluable: workers({ replicas: open }),
    edge: { path: 'serving.availabilitySlo', passes: '99.8 %', fails: '99.9 %' },
  },
};
