import type { JsonObject } from '../../json.ts';
import { metrics, open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const engagement: JsonObject = { id: 'engagement', name: 'Engagement', kind: 'maximise', metric: 'watch' };
const quality: JsonObject = { id: 'quality', name: 'Quality', kind: 'maximise', metric: 'reports' };
const objectives = (combination: string, fields: JsonObject, items: readonly JsonObject[] = [engagement, quality]) => ({
  objectives: { combination, items, ...fields },
});
const weights = (...alphas: readonly string[]): JsonObject => ({
  weights: alphas.map((alpha, index) => ({
    id: `w${index}`,
    objective: ['engagement', 'quality'][index] ?? '',
    alpha,
  })),
});
const changedEvery = (changeFrequency: string): JsonObject => ({ weights: [{ id: 'w0', changeFrequency }] });
const scored = (...scores: readonly JsonObject[]) =>
  objectives(
    'weighted-score',
    {},
    [engagement, quality].map((objective, index) => ({ ...objective, ...scores[index] })),
  );
const judged = metrics(
  { id: 'watch', name: 'Time watched', role: 'primary', direction: 'up' },
  { id: 'reports', name: 'Reports', role: 'guardrail', direction: 'down' },
);

export const objectiveExamples: Readonly<Record<string, RuleExamples>> = {
  'OBJ-01': {
    passing: objectives('weighted-score', changedEvery('7 d')),
    failing: objectives('weighted-loss', { ...changedEvery('10 d'), retrainTime: '2 d' }),
    notEvaluable: objectives('weighted-loss', { ...weights('0.7', '0.3'), retrainTime: '2 d' }),
    edge: { path: 'objectives.retrainTime', passes: '24 h', fails: '25 h' },
  },
  'OBJ-02': {
    passing: { ...objectives('weighted-score', { ...weights('0.7', '-0.3'), weightSum: 'free' }), ...judged },
    failing: { ...objectives('weighted-score', { ...weights('-0.7', '0.3'), weightSum: 'free' }), ...judged },
    notEvaluable: objectives('weighted-score', { weights: open }),
    edge: { path: 'objectives.weights.w0.alpha', passes: '0', fails: '-0.01' },
  },
  'OBJ-03': {
    passing: scored(
      { scoreScale: 'probability', scoreCalibrated: true },
      { scoreScale: 'probability', scoreCalibrated: true },
    ),
    failing: scored({ scoreScale: 'probability' }, { scoreScale: 'zscore' }),
    notEvaluable: scored({ scoreScale: 'probability' }, {}),
  },
  'OBJ-04': {
    passing: objectives('weighted-score', {}),
    failing: objectives('weighted-score', {}, [engagement, { id: 'quality', name: 'Quality' }]),
    notEvaluable: objectives('weighted-score', {}, [engagement, { id: 'quality', metric: open }]),
  },
  'OBJ-05': {
    passing: { ...objectives('weighted-score', {}, [engagement, { ...quality, kind: 'constrain' }]), ...judged },
    failing: { ...objectives('weighted-score', {}), ...judged },
    notEvaluable: {
      ...objectives('weighted-score', {}, [engagement, { id: 'quality', metric: 'reports' }]),
      ...judged,
    },
  },
  'OBJ-06': {
    passing: {
      ...objectives('weighted-score', {}),
      artifacts: { items: [{ id: 'weights', kind: 'thresholds-and-weights' }] },
    },
    failing: { ...objectives('weighted-score', {}), artifacts: { items: [{ id: 'model', kind: 'model' }] } },
    notEvaluable: { ...objectives('weighted-score', {}), artifacts: { items: [{ id: 'a', where: 'Registry' }] } },
  },
};
