import type { JsonObject } from '../../json.ts';
import { costs, metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const binary = { taskType: 'binary' };
const imbalance = (fields: JsonObject) => ({ framing: binary, imbalance: fields });
const threshold = (value: number) =>
  imbalance({ costMatrix: costs, threshold: value, thresholdPolicy: 'fixed', response: ['metric-choice'] });
const undersampled = { response: ['metric-choice', 'undersample'], thresholdPolicy: 'cost-optimal' };
const recall = (tolerance: string) =>
  metrics(primary({ formula: 'recall', direction: 'up', targetValue: '0.9', toleranceHalfWidth: tolerance }));
const reviewed = (capacity: number, recallTarget: string) => ({
  framing: binary,
  business: { volumePerPeriod: '100,000/day' },
  imbalance: { prevalenceProduction: '0.2 %', maxReviewCapacityPerDay: capacity },
  ...metrics(primary({ formula: 'recall', targetValue: recallTarget }), {
    id: 'fpr',
    kind: 'model',
    role: 'guardrail',
    formula: 'fpr',
    targetValue: '0.5 %',
  }),
});

export const imbalanceExamples: Readonly<Record<string, RuleExamples>> = {
  'IMB-01': {
    passing: imbalance({ prevalenceProduction: '0.2 %', costMatrix: costs }),
    failing: imbalance({ prevalenceProduction: '0.2 %' }),
    notEvaluable: imbalance({ prevalenceProduction: open }),
    edge: { path: 'imbalance.prevalenceProduction', passes: '5.1 %', fails: '5 %' },
  },
  'IMB-02': {
    passing: threshold(0.045),
    failing: threshold(0.5),
    notEvaluable: imbalance({ threshold: 0.5, thresholdPolicy: 'fixed', response: ['metric-choice'] }),
    edge: { path: 'imbalance.threshold', passes: 0.0478, fails: 0.0479 },
  },
  'IMB-03': {
    passing: imbalance({ response: ['metric-choice', 'oversample'] }),
    failing: imbalance({ response: ['smote', 'threshold'] }),
    notEvaluable: imbalance({ prevalenceProduction: '0.2 %' }),
  },
  'IMB-04': {
    passing: imbalance({ ...undersampled, recalibration: 'prior-correction' }),
    failing: imbalance({
      ...undersampled,
      response: ['metric-choice'],
      recalibration: 'none',
      prevalenceTrain: '10 %',
      prevalenceProduction: '0.2 %',
    }),
    notEvaluable: imbalance(undersampled),
  },
  'IMB-05': {
    passing: { ...imbalance({ response: ['metric-choice', 'smote'] }), framing: { ...binary, modality: ['tabular'] } },
    failing: { ...imbalance({ response: ['metric-choice', 'smote'] }), framing: { ...binary, modality: ['text'] } },
    notEvaluable: imbalance({ response: ['metric-choice', 'smote'] }),
  },
  'IMB-06': {
    passing: imbalance({ minorityTrainCount: 5000 }),
    failing: imbalance({ minorityTrainCount: 40 }),
    notEvaluable: imbalance({ minorityTrainCount: open }),
    edge: { path: 'imbalance.minorityTrainCount', passes: 100, fails: 99 },
  },
  'IMB-07': {
    passing: { ...imbalance({ minorityTestCount: 400 }), ...recall('0.05') },
    failing: { ...imbalance({ minorityTestCount: 50 }), ...recall('0.05') },
    notEvaluable: { framing: binary, ...recall('0.05') },
    edge: { path: 'imbalance.minorityTestCount', passes: 141, fails: 138 },
  },
  'IMB-08': {
    passing: reviewed(1000, '0.6'),
    failing: reviewed(300, '0.6'),
    notEvaluable: { ...reviewed(300, '0.6'), business: {} },
    edge: { path: 'imbalance.maxReviewCapacityPerDay', passes: 620, fails: 618 },
  },
  'IMB-09': {
    passing: imbalance({ costMatrix: costs }),
    failing: imbalance({ costMatrix: { ...costs, fn: '-5' } }),
    notEvaluable: imbalance({ costMatrix: { tp: '0', fp: '1' } }),
    edge: { path: 'imbalance.costMatrix.fn', passes: '-1.9', fails: '-2' },
  },
  'IMB-10': {
    passing: reviewed(200, '0.6'),
    failing: reviewed(100, '0.6'),
    notEvaluable: { ...reviewed(100, '0.6'), business: {} },
    edge: { path: 'imbalance.maxReviewCapacityPerDay', passes: 121, fails: 119 },
  },
};
