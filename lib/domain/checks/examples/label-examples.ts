import type { JsonObject } from '../../json.ts';
import { open } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const hand = (fields: JsonObject) => ({ labels: { labelType: 'hand', ...fields } });
const judge = (fields: JsonObject) => ({ labels: { labelType: 'llm', llmJudge: fields } });
const votes = (second: JsonObject[string]) =>
  hand({
    aggregation: 'majority',
    annotators: [
      { id: 'a', name: 'Ada', errorRate: '4 %' },
      { id: 'b', name: 'Ben', errorRate: second },
    ],
  });
const disagreed = (share: string, fields: JsonObject) =>
  hand({ agreement: [{ id: 'percent', coefficient: 'percent', value: share }], ...fields });
const noise = (fpr: JsonObject[string]) => ({
  framing: { taskType: 'binary' },
  imbalance: { prevalenceProduction: '1 %' },
  ...hand({ labelNoiseRate: { fpr, fnr: '10 %' } }),
});
const watched = (window: JsonObject[string]) => ({
  framing: { horizon: '30 d' },
  labels: { labelType: 'natural-explicit', labelDelay: '5 d' },
  operations: { monitors: [{ id: 'quality', what: 'quality', window }] },
});
const changed = (day: string) => ({
  ...hand({ guidelineChangedAt: day, lineageFields: ['annotator-id'] }),
  sampling: { splits: [{ id: 'train', name: 'Training', role: 'train', from: '2026-01-01', to: '2026-12-31' }] },
});

export const labelExamples: Readonly<Record<string, RuleExamples>> = {
  'LBL-01': {
    passing: hand({ annotationsPerItem: 1, overlapItems: 200, goldItems: 0 }),
    failing: hand({ annotationsPerItem: 1, overlapItems: 0, goldItems: 0 }),
    notEvaluable: hand({ annotationsPerItem: 1, overlapItems: 0 }),
    edge: { path: 'labels.goldItems', passes: 1, fails: 0 },
  },
  'LBL-07': {
    passing: hand({ lineageFields: ['annotator-id', 'guideline-version'] }),
    failing: hand({ lineageFields: ['annotator-id', 'timestamp'] }),
    notEvaluable: hand({ lineageFields: open }),
  },
  'LBL-08': {
    passing: hand({ aggregation: 'majority', annotationsPerItem: 2, tieBreak: 'A third person' }),
    failing: hand({ aggregation: 'majority', annotationsPerItem: 2 }),
    notEvaluable: hand({ aggregation: 'majority' }),
    edge: { path: 'labels.annotationsPerItem', passes: 3, fails: 4 },
  },
  'LBL-09': {
    passing: votes('6 %'),
    failing: votes('20 %'),
    notEvaluable: votes(open),
    edge: { path: 'labels.annotators.b.errorRate', passes: '8 %', fails: '8.1 %' },
  },
  'LBL-10': {
    passing: noise('0.1 %'),
    failing: noise('2 %'),
    notEvaluable: noise(open),
    edge: { path: 'labels.labelNoiseRate.fpr', passes: '0.9 %', fails: '0.91 %' },
  },
  'LBL-11': {
    passing: watched('35 d'),
    failing: watched('7 d'),
    notEvaluable: watched(open),
    edge: { path: 'operations.monitors.quality.window', passes: '35 d', fails: '34 d' },
  },
  'LBL-12': {
    passing: {
      framing: { horizon: '30 min' },
      labels: { labelType: 'natural-implicit', whoChoseWindow: 'Search lead' },
    },
    failing: { labels: { labelType: 'natural-implicit', whoChoseWindow: 'Search lead' } },
    notEvaluable: { framing: { horizon: open }, labels: { labelType: 'natural-implicit' } },
  },
  'LBL-13': {
    passing: judge({ validatedOnN: 300 }),
    failing: judge({ validatedOnN: 20 }),
    notEvaluable: judge({ validatedOnN: open }),
    edge: { path: 'labels.llmJudge.validatedOnN', passes: 100, fails: 99 },
  },
  'LBL-14': {
    passing: changed('2025-11-01'),
    failing: changed('2026-06-01'),
    notEvaluable: { ...changed('2026-06-01'), sampling: {} },
    edge: { path: 'labels.guidelineChangedAt', passes: '2026-01-01', fails: '2026-01-02' },
  },
  'LBL-15': {
    passing: disagreed('80 %', { multiplicityPolicy: 'collapse' }),
    failing: disagreed('80 %', {}),
    notEvaluable: disagreed('80 %', { multiplicityPolicy: open }),
    edge: { path: 'labels.agreement.percent.value', passes: '90 %', fails: '89 %' },
  },
  'LBL-17': {
    passing: judge({ positionRandomised: true, agreementWithHuman: '0.8', humanHumanAgreement: '0.81' }),
    failing: judge({ positionRandomised: true, agreementWithHuman: '0.6', humanHumanAgreement: '0.8' }),
    notEvaluable: judge({ positionRandomised: true }),
    edge: { path: 'labels.llmJudge.agreementWithHuman', passes: '0.75', fails: '0.74' },
  },
  'LBL-18': {
    passing: hand({ aggregation: 'dawid-skene', annotationsPerItem: 3 }),
    failing: hand({ aggregation: 'dawid-skene', annotationsPerItem: 2 }),
    notEvaluable: hand({ aggregation: 'dawid-skene' }),
    edge: { path: 'labels.annotationsPerItem', passes: 3, fails: 2.9 },
  },
};
