import { businessMetric, metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const binary = (prevalence?: string) => ({
  framing: { taskType: 'binary' },
  ...(prevalence === undefined ? {} : { imbalance: { prevalenceProduction: prevalence } }),
});
const hospital = (formula: string, tail: boolean) => ({
  framing: { taskType: 'regression' },
  ...metrics(primary({ formula })),
  imbalance: { tailFocus: { enabled: tail } },
});
const ranking = (k: number) => ({
  framing: { taskType: 'ranking', itemsShown: 10 },
  ...metrics(primary({ formula: 'ndcg-at-k', k })),
});
const ece = { id: 'ece', kind: 'model', role: 'secondary', formula: 'ece', bins: 15 };
const brier = { id: 'brier', kind: 'model', role: 'secondary', formula: 'brier' };

export const metricChoiceExamples: Readonly<Record<string, RuleExamples>> = {
  'MET-01': {
    passing: { ...binary('20 %'), ...metrics(primary({ formula: 'accuracy' })) },
    failing: { ...binary('0.2 %'), ...metrics(primary({ formula: 'accuracy' })) },
    notEvaluable: { ...binary(), ...metrics(primary({ formula: 'accuracy' })) },
    edge: { path: 'imbalance.prevalenceProduction', passes: '5.1 %', fails: '5 %' },
  },
  'MET-06': {
    passing: {
      ...binary('0.2 %'),
      ...metrics(primary({ formula: 'roc-auc' }), { id: 'm2', kind: 'model', role: 'secondary', formula: 'precision' }),
    },
    failing: { ...binary('0.2 %'), ...metrics(primary({ formula: 'roc-auc' })) },
    notEvaluable: { ...binary(), ...metrics(primary({ formula: 'roc-auc' })) },
    edge: { path: 'imbalance.prevalenceProduction', passes: '1 %', fails: '0.99 %' },
  },
  'MET-07': {
    passing: metrics(primary({ formula: 'recall', drives: 'loss' }), businessMetric),
    failing: metrics(primary({ formula: 'recall' }), businessMetric),
    notEvaluable: metrics(primary({ formula: 'recall', drives: open }), businessMetric),
  },
  'MET-08': {
    passing: metrics(primary({ formula: 'recall' })),
    failing: metrics(primary({ formula: 'recall' }), primary({ id: 'm2', formula: 'precision' })),
    notEvaluable: metrics({ id: 'm1', kind: 'model' }),
  },
  'MET-09': {
    passing: metrics(primary({ formula: 'recall' }), { id: 'm2', kind: 'system', role: 'guardrail' }),
    failing: metrics(primary({ formula: 'recall' })),
    notEvaluable: metrics({ id: 'm1', kind: 'model' }),
  },
  'MET-14': {
    passing: hospital('pinball', true),
    failing: hospital('mae', true),
    notEvaluable: { framing: { taskType: 'regression' }, ...metrics(primary({ formula: 'mae' })) },
  },
  'MET-15': {
    passing: {
      ...metrics(primary({ formula: 'recall' }), brier),
      framing: { taskType: 'binary' },
      imbalance: { thresholdPolicy: 'cost-optimal' },
    },
    failing: {
      ...metrics(primary({ formula: 'recall' })),
      framing: { taskType: 'binary' },
      imbalance: { thresholdPolicy: 'cost-optimal' },
    },
    notEvaluable: { ...metrics(primary({ formula: 'recall' })), framing: { taskType: 'binary' } },
  },
  'MET-16': {
    passing: { framing: { taskType: 'regression', targetMin: '10' }, ...metrics(primary({ formula: 'mape' })) },
    failing: { framing: { taskType: 'regression', targetMin: '0' }, ...metrics(primary({ formula: 'mape' })) },
    notEvaluable: { framing: { taskType: 'regression' }, ...metrics(primary({ formula: 'mape' })) },
    edge: { path: 'framing.targetMin', passes: '0.01', fails: '0' },
  },
  'MET-17': {
    passing: ranking(10),
    failing: ranking(20),
    notEvaluable: { framing: { taskType: 'ranking' }, ...metrics(primary({ formula: 'ndcg-at-k', k: 10 })) },
    edge: { path: 'metrics.items.m1.k', passes: 10, fails: 11 },
  },
  'MET-18': {
    passing: metrics(primary({ measuredWhere: 'online-ab' })),
    failing: metrics(primary({ measuredWhere: 'offline-test' })),
    notEvaluable: metrics(primary({ formula: 'recall' })),
  },
  'MET-20': {
    passing: { framing: { taskType: 'binary' }, ...metrics(primary({ formula: 'roc-auc' })) },
    failing: { framing: { taskType: 'regression' }, ...metrics(primary({ formula: 'roc-auc' })) },
    notEvaluable: metrics(primary({ formula: 'roc-auc' })),
  },
  'MET-22': {
    passing: metrics(primary({ formula: 'recall' }), ece, brier),
    failing: metrics(primary({ formula: 'recall' }), ece),
    notEvaluable: metrics(primary({ formula: 'recall' }), { ...ece, bins: open }, brier),
  },
};
