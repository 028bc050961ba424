import { metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const binary = { taskType: 'binary' };
const at = (prevalence: string, metric: Parameters<typeof primary>[0]) => ({
  framing: binary,
  imbalance: { prevalenceProduction: prevalence },
  ...metrics(primary(metric)),
});
const tested = (positives: number) => ({
  framing: binary,
  imbalance: { minorityTestCount: positives },
  ...metrics(
    primary({
      formula: 'recall',
      measuredWhere: 'offline-test',
      direction: 'up',
      baselineValue: '0.6',
      targetValue: '0.7',
    }),
  ),
});
const offlinePrecision = { formula: 'precision', measuredWhere: 'offline-test', targetValue: '0.9' };
const rates = (precision: string) => ({
  framing: binary,
  imbalance: { prevalenceProduction: '1 %' },
  ...metrics(
    primary({ formula: 'recall', targetValue: '0.9', baselineValue: '0.9' }),
    { id: 'fpr', kind: 'model', role: 'guardrail', formula: 'fpr', targetValue: '0.09', baselineValue: '0.09' },
    {
      id: 'precision',
      kind: 'model',
      role: 'secondary',
      formula: 'precision',
      targetValue: precision,
      baselineValue: '0.0917',
    },
  ),
});
const recall = (fields: Parameters<typeof primary>[0]) =>
  metrics(primary({ formula: 'recall', direction: 'up', ...fields }));

export const metricTargetExamples: Readonly<Record<string, RuleExamples>> = {
  'MET-02': {
    passing: at('10 %', { formula: 'accuracy', targetValue: '95 %' }),
    failing: at('10 %', { formula: 'accuracy', targetValue: '88 %' }),
    notEvaluable: { framing: binary, ...metrics(primary({ formula: 'accuracy', targetValue: '88 %' })) },
    edge: { path: 'metrics.items.m1.targetValue', passes: '90.1 %', fails: '90 %' },
  },
  'MET-04': {
    passing: at('10 %', { formula: 'pr-auc', targetValue: '0.5' }),
    failing: at('10 %', { formula: 'pr-auc', targetValue: '0.1' }),
    notEvaluable: at('10 %', { formula: 'pr-auc', targetValue: open }),
    edge: { path: 'metrics.items.m1.targetValue', passes: '0.146', fails: '0.144' },
  },
  'MET-05': {
    passing: at('50 %', { formula: 'f-beta', beta: 1, targetValue: '0.7' }),
    failing: at('50 %', { formula: 'f-beta', beta: 1, targetValue: '0.6' }),
    notEvaluable: { framing: binary, ...metrics(primary({ formula: 'f-beta', beta: 1, targetValue: '0.6' })) },
    edge: { path: 'metrics.items.m1.targetValue', passes: '0.667', fails: '0.666' },
  },
  'MET-10': {
    passing: recall({ baselineValue: '0.6', targetValue: '0.7', minimumAcceptable: '0.65' }),
    failing: recall({ baselineValue: '0.6', targetValue: '0.5' }),
    notEvaluable: recall({ targetValue: '0.7' }),
    edge: { path: 'metrics.items.m1.targetValue', passes: '0.6', fails: '0.59' },
  },
  'MET-11': {
    passing: tested(2000),
    failing: tested(100),
    notEvaluable: { ...tested(100), imbalance: {} },
    edge: { path: 'imbalance.minorityTestCount', passes: 320, fails: 300 },
  },
  'MET-13': {
    passing: {
      ...at('0.2 %', offlinePrecision),
      imbalance: { prevalenceProduction: '0.2 %', prevalenceTest: '0.2 %' },
    },
    failing: { ...at('0.2 %', offlinePrecision), imbalance: { prevalenceProduction: '0.2 %', prevalenceTest: '50 %' } },
    notEvaluable: at('0.2 %', offlinePrecision),
    edge: { path: 'imbalance.prevalenceTest', passes: '0.222 %', fails: '0.223 %' },
  },
  'MET-21': {
    passing: rates('0.0917'),
    failing: rates('0.5'),
    notEvaluable: { ...rates('0.5'), imbalance: { prevalenceProduction: open } },
    edge: { path: 'metrics.items.precision.targetValue', passes: '0.101', fails: '0.103' },
  },
};
