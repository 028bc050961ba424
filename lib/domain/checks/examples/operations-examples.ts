import type { JsonObject } from '../../json.ts';
import { metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const operations = (fields: JsonObject) => ({ operations: fields });
const monitors = (...items: readonly JsonObject[]) => operations({ monitors: items });
const watches = (what: string): JsonObject => ({ id: `on-${what}`, what });
const experiment = (fields: JsonObject) => operations({ rollout: ['canary', 'ab'], experiment: fields });
const recall = metrics(primary({ name: 'Recall', direction: 'up', minimumAcceptable: '0.5' }));
const alarm = (threshold: JsonObject | string) => ({
  ...recall,
  ...monitors({ id: 'recall', what: 'quality', metric: 'm1', threshold }),
});
const ageing = (fields: JsonObject) =>
  operations({ stalenessImpact: 'Recall falls by a point a month', toleratedModelAge: '60 d', ...fields });
const onDemand = (sameCode: JsonObject | boolean, what: string) => ({
  data: { features: [{ id: 'count', name: 'Clicks in an hour', computed: 'on-demand', sameCode }] },
  ...monitors(watches(what)),
});

export const operationsExamples: Readonly<Record<string, RuleExamples>> = {
  'OPS-01': {
    passing: { ...recall, ...monitors({ id: 'recall', what: 'business', metric: 'm1' }) },
    failing: { ...recall, ...monitors(watches('latency')) },
    notEvaluable: { ...recall, ...monitors({ id: 'recall', what: open }) },
  },
  'OPS-02': {
    passing: monitors(watches('quality'), watches('input-drift')),
    failing: monitors(watches('quality')),
    notEvaluable: monitors({ id: 'recall', what: open }),
  },
  'OPS-03': {
    passing: alarm('0.55'),
    failing: alarm('0.45'),
    notEvaluable: alarm(open),
    edge: { path: 'operations.monitors.recall.threshold', passes: '0.5', fails: '0.49' },
  },
  'OPS-04': {
    passing: ageing({ retrain: { cadence: '30 d' } }),
    failing: ageing({ retrain: { cadence: '90 d' } }),
    notEvaluable: ageing({ retrain: { cadence: open } }),
    edge: { path: 'operations.retrain.cadence', passes: '60 d', fails: '61 d' },
  },
  'OPS-05': {
    passing: operations({ predictionsAffectLabels: true, feedbackMitigation: 'exploration' }),
    failing: operations({ predictionsAffectLabels: true, feedbackMitigation: 'none' }),
    notEvaluable: operations({ predictionsAffectLabels: open }),
  },
  'OPS-06': {
    passing: operations({ rollout: ['shadow', 'big-bang'] }),
    failing: operations({ rollout: ['big-bang'] }),
    notEvaluable: operations({ rollout: open }),
  },
  'OPS-07': {
    passing: experiment({ unit: 'person', analysisUnit: 'person', interference: false }),
    failing: experiment({ unit: 'person', analysisUnit: 'request', interference: false }),
    notEvaluable: experiment({ unit: 'person', analysisUnit: open, interference: false }),
  },
  'OPS-08': {
    passing: experiment({ metricsTested: 3, correction: 'holm', alpha: '5 %' }),
    failing: experiment({ metricsTested: 3, correction: 'none', alpha: '5 %' }),
    notEvaluable: experiment({ metricsTested: open, correction: 'none' }),
    edge: { path: 'operations.experiment.metricsTested', passes: 1, fails: 2 },
  },
  'OPS-09': {
    passing: experiment({ looks: 14, peeking: 'sequential' }),
    failing: experiment({ looks: 14, peeking: 'none' }),
    notEvaluable: experiment({ looks: 14, peeking: open }),
    edge: { path: 'operations.experiment.looks', passes: 1, fails: 2 },
  },
  'OPS-10': {
    passing: operations({ outcomeObservedFor: 'one-action', predictionsAffectLabels: true }),
    failing: operations({ outcomeObservedFor: 'one-action', predictionsAffectLabels: false }),
    notEvaluable: operations({ outcomeObservedFor: 'one-action' }),
  },
  'OPS-11': {
    passing: experiment({ sampleRatioCheck: true, wholeWeeks: true, maxDays: 14 }),
    failing: experiment({ sampleRatioCheck: true, wholeWeeks: true, maxDays: 5 }),
    notEvaluable: experiment({ sampleRatioCheck: open, wholeWeeks: true }),
    edge: { path: 'operations.experiment.maxDays', passes: 7, fails: 6 },
  },
  'OPS-12': {
    passing: onDemand(false, 'skew'),
    failing: onDemand(false, 'quality'),
    notEvaluable: onDemand(open, 'quality'),
  },
};
