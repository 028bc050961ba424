import type { JsonObject } from '../../json.ts';
import { metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const noisy = (targetValue: string, fields: JsonObject = {}) => ({
  framing: { taskType: 'binary' },
  labels: {
    labelType: 'hand',
    labelNoiseRate: { overall: '5 %' },
    noiseEvidence: 'measured-on-gold',
    testLabelProcess: 'same',
    ...fields,
  },
  ...metrics(primary({ formula: 'accuracy', measuredWhere: 'offline-test', targetValue })),
});
const trial = (fields: JsonObject) => ({
  operations: {
    rollout: ['canary', 'ab'],
    experiment: {
      metric: 'conversion',
      variants: 2,
      allocation: '100 %',
      uniqueUnitsPerDay: 2000,
      maxDays: 14,
      mde: '0.5 %',
      alpha: '5 %',
      power: '80 %',
      ...fields,
    },
  },
  ...metrics({
    id: 'conversion',
    name: 'Conversion',
    kind: 'business',
    role: 'primary',
    direction: 'up',
    baselineValue: '3 %',
  }),
});
const critical = (fields: JsonObject) => ({
  sampling: { criticalGroups: [{ id: 'island', name: 'Islanders' }] },
  ...metrics(primary(fields)),
});
const decides = (humanOversight: JsonObject[string]) => ({
  framing: { decisionMaker: 'automated' },
  risk: { humanOversight },
});
const explained = (explainabilityPlan: JsonObject[string]) => ({
  framing: { interpretabilityNeed: 'legal' },
  risk: { explainabilityPlan },
});

/** Of rules that read several sections. */
export const betweenExamples: Readonly<Record<string, RuleExamples>> = {
  'FRM-12': {
    passing: explained('The three signals that weighed most, in words'),
    failing: { framing: { interpretabilityNeed: 'legal' } },
    notEvaluable: explained(open),
  },
  'MET-03': {
    passing: noisy('94 %'),
    failing: noisy('97 %'),
    notEvaluable: noisy('97 %', { labelNoiseRate: { overall: open } }),
    edge: { path: 'metrics.items.m1.targetValue', passes: '95 %', fails: '95.1 %' },
  },
  'MET-12': {
    passing: trial({ maxDays: 28 }),
    failing: trial({}),
    notEvaluable: trial({ uniqueUnitsPerDay: open }),
    edge: { path: 'operations.experiment.maxDays', passes: 20, fails: 19 },
  },
  'MET-19': {
    passing: critical({ slices: [{ id: 's1', group: 'island', minValue: '0.5' }] }),
    failing: critical({}),
    notEvaluable: critical({ slices: open }),
  },
  'XRF-07': {
    passing: decides('monitor'),
    failing: decides('final-decision'),
    notEvaluable: decides(open),
  },
};
