import { costs, metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const binary = (first: string, second: string, marks: readonly boolean[] = [true, false]) => ({
  framing: {
    taskType: 'binary',
    classes: [
      { id: 'fraud', name: 'Fraud', isPositive: marks[0] ?? false, expectedShare: first },
      { id: 'fair', name: 'Legitimate', isPositive: marks[1] ?? false, expectedShare: second },
    ],
  },
});
const intents = Array.from({ length: 51 }, (_, index) => ({ id: `intent-${index}`, name: `Intent ${index}` }));
const automated = { framing: { decisionMaker: 'automated', abstain: false } };
const regression = (loss: string, formula: string) => ({
  framing: { taskType: 'regression', loss },
  ...metrics(primary({ formula })),
});

export const framingExamples: Readonly<Record<string, RuleExamples>> = {
  'FRM-01': {
    passing: binary('0.2 %', '99.8 %'),
    failing: binary('0.2 %', '90 %'),
    notEvaluable: { framing: { output: 'A score' } },
    edge: { path: 'framing.classes.fair.expectedShare', passes: '98.9 %', fails: '98.7 %' },
  },
  'FRM-02': {
    passing: { framing: { taskType: 'binary', loss: 'log-loss' } },
    failing: { framing: { taskType: 'binary', loss: 'squared-error' } },
    notEvaluable: { framing: { loss: 'log-loss' } },
  },
  'FRM-03': {
    passing: { framing: { predictionUnit: 'One card payment', predictionTime: 'At authorisation' } },
    failing: { framing: { predictionUnit: 'One card payment' } },
    notEvaluable: { framing: { predictionUnit: 'One card payment', predictionTime: open } },
  },
  'FRM-05': {
    passing: { framing: { targetIsProxy: true, proxyLink: 'Chargebacks follow fraud in nine of ten cases' } },
    failing: { framing: { targetIsProxy: true } },
    notEvaluable: { framing: { targetIsProxy: open } },
  },
  'FRM-06': {
    passing: { framing: { targetIsProxy: true }, ...metrics({ id: 'm1', role: 'guardrail' }) },
    failing: { framing: { targetIsProxy: true }, ...metrics({ id: 'm1', role: 'primary' }) },
    notEvaluable: { framing: { targetIsProxy: true }, ...metrics({ id: 'm1', name: 'Clicks' }) },
  },
  'FRM-07': {
    passing: { framing: { taskType: 'multiclass', classSetChanges: 'rare' } },
    failing: { framing: { taskType: 'multiclass', classSetChanges: 'frequent' } },
    notEvaluable: { framing: { taskType: 'multiclass' } },
  },
  'FRM-08': {
    passing: { framing: { taskType: 'multiclass', classes: intents.slice(1), classMinCount: 10 } },
    failing: { framing: { taskType: 'multiclass', classes: intents, classMinCount: 10 } },
    notEvaluable: { framing: { taskType: 'multiclass', classes: intents } },
    edge: { path: 'framing.classMinCount', passes: 50, fails: 49 },
  },
  'FRM-09': {
    passing: {
      framing: { decisionMaker: 'automated', abstain: true, taskType: 'binary' },
      imbalance: { costMatrix: { ...costs, fn: '500' } },
    },
    failing: {
      framing: { ...automated.framing, taskType: 'binary' },
      imbalance: { costMatrix: { ...costs, fn: '500' } },
    },
    notEvaluable: { framing: { ...automated.framing, taskType: 'binary' } },
    edge: { path: 'imbalance.costMatrix.fn', passes: '199', fails: '200' },
  },
  'FRM-11': {
    passing: {
      framing: { framingAlternatives: [{ id: 'rank', framing: 'Rank payments', whyNot: 'No queue to order' }] },
    },
    failing: { framing: { output: 'A score' } },
    notEvaluable: { framing: { framingAlternatives: open } },
  },
  'FRM-13': {
    passing: regression('squared-error', 'rmse'),
    failing: regression('squared-error', 'mae'),
    notEvaluable: { framing: { taskType: 'regression' }, ...metrics(primary({ formula: 'mae' })) },
  },
  'FRM-14': {
    passing: {
      framing: {
        taskType: 'forecasting',
        horizon: '7 d',
        baselines: [{ id: 'naive', name: 'Last week', kind: 'heuristic' }],
      },
      ...metrics(primary({ formula: 'mae', measuredWhere: 'offline-backtest' })),
    },
    failing: {
      framing: { taskType: 'forecasting', horizon: '7 d' },
      ...metrics(primary({ formula: 'mae', measuredWhere: 'offline-backtest' })),
    },
    notEvaluable: { framing: { horizon: '7 d' } },
  },
  'FRM-15': {
    passing: { framing: { taskType: 'survival', horizon: '30 d', followUp: '90 d' } },
    failing: { framing: { taskType: 'survival', horizon: '90 d', followUp: '30 d' } },
    notEvaluable: { framing: { taskType: 'survival', horizon: '90 d' } },
    edge: { path: 'framing.horizon', passes: '30 d', fails: '31 d' },
  },
};
