import type { JsonObject } from '../../json.ts';
import { metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const sampling = (fields: JsonObject) => ({ sampling: fields });
const splits = [
  { id: 'validation', name: 'Validation', role: 'validation' },
  { id: 'test', name: 'Frozen month', role: 'test' },
];
const clicks = (policy: JsonObject[string]) => ({
  framing: { taskType: 'ranking' },
  labels: { labelType: 'natural-implicit' },
  ...sampling({ loggedPolicy: policy }),
  ...metrics(primary({ formula: 'ndcg-at-k', measuredWhere: 'offline-test' })),
});
const looked = (reusedTimes: JsonObject[string]) => ({
  framing: { taskType: 'binary' },
  ...sampling({ splits: [{ id: 'test', name: 'Frozen month', role: 'test', size: 2000, reusedTimes }] }),
  ...metrics(
    primary({ formula: 'accuracy', measuredWhere: 'offline-test', baselineValue: '0.90', targetValue: '0.92' }),
  ),
});

export const testUseExamples: Readonly<Record<string, RuleExamples>> = {
  'SMP-09': {
    passing: sampling({ resamplingStage: 'train-only-after-split' }),
    failing: sampling({ resamplingStage: 'before-split' }),
    notEvaluable: sampling({ resamplingStage: open }),
  },
  'SMP-10': {
    passing: { framing: { taskType: 'binary' }, imbalance: { evaluatedOnResampled: false } },
    failing: { framing: { taskType: 'binary' }, imbalance: { evaluatedOnResampled: true } },
    notEvaluable: { framing: { taskType: 'binary' }, imbalance: { evaluatedOnResampled: open } },
  },
  'SMP-11': {
    passing: sampling({ preprocessingFitOn: 'train-only', featureSelectionOn: 'train-only' }),
    failing: sampling({ preprocessingFitOn: 'train-only', featureSelectionOn: 'all' }),
    notEvaluable: sampling({ preprocessingFitOn: 'train-only' }),
  },
  'SMP-15': {
    passing: looked(2),
    failing: looked(200),
    notEvaluable: looked(open),
    edge: { path: 'sampling.splits.test.reusedTimes', passes: 3, fails: 4 },
  },
  'SMP-16': {
    passing: sampling({ testMatchesProduction: true }),
    failing: sampling({ testMatchesProduction: false }),
    notEvaluable: sampling({ testMatchesProduction: open }),
  },
  'SMP-18': {
    passing: {
      framing: { taskType: 'binary' },
      ...sampling({ splits, thresholdChosenOn: 'validation', hyperparametersChosenOn: 'validation' }),
    },
    failing: {
      framing: { taskType: 'binary' },
      ...sampling({ splits, thresholdChosenOn: 'test', hyperparametersChosenOn: 'validation' }),
    },
    notEvaluable: { framing: { taskType: 'binary' }, ...sampling({ splits, hyperparametersChosenOn: 'validation' }) },
  },
  'SMP-19': {
    passing: clicks('propensities'),
    failing: clicks('none'),
    notEvaluable: clicks(open),
  },
};
