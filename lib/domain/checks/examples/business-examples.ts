import { businessMetric, metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const target = { direction: 'up', targetValue: '0.9' };
const baseline = (value: string) => ({
  framing: {
    baselines: [{ id: 'rules', kind: 'heuristic', values: [{ id: 'v1', metric: 'm1', value }] }],
  },
});
const money = { currency: 'EUR', volumePerPeriod: '100/day', runCostPerMonth: '€1,000/month', buildCost: '€20,000' };

export const businessExamples: Readonly<Record<string, RuleExamples>> = {
  'BIZ-01': {
    passing: metrics(businessMetric),
    failing: metrics(primary({ formula: 'recall' })),
    notEvaluable: metrics({ id: 'm1', name: 'Fraud loss' }),
  },
  'BIZ-02': {
    passing: metrics({ ...businessMetric, baselineValue: '€1.9 M', targetValue: '€1.2 M', targetDate: '2027-12-31' }),
    failing: metrics({ ...businessMetric, baselineValue: '€1.9 M' }),
    notEvaluable: metrics({ ...businessMetric, baselineValue: open, targetValue: '€1.2 M', targetDate: '2027-12-31' }),
  },
  'BIZ-03': {
    passing: { framing: { decision: 'The payment is held until a person has looked at it' } },
    failing: { framing: { output: 'A score' } },
    notEvaluable: { framing: { decision: open } },
  },
  'BIZ-04': {
    passing: { framing: { baselines: [{ id: 'rules', kind: 'heuristic' }] } },
    failing: { framing: { baselines: [{ id: 'tree', kind: 'simple-model' }] } },
    notEvaluable: { framing: { baselines: [{ id: 'old', kind: 'previous-model', inProduction: open }] } },
  },
  'BIZ-05': {
    passing: { ...metrics(primary(target)), ...baseline('0.7') },
    failing: { ...metrics(primary(target)), ...baseline('0.95') },
    notEvaluable: metrics(primary(target)),
    edge: { path: 'framing.baselines.rules.values.v1.value', passes: '0.89', fails: '0.9' },
  },
  'BIZ-06': {
    passing: { business: { ...money, gainPerCase: '€2' } },
    failing: { business: { ...money, gainPerCase: '€0.50' } },
    notEvaluable: { business: { ...money, gainPerCase: open } },
    edge: { path: 'business.gainPerCase', passes: '€0.88', fails: '€0.87' },
  },
  'BIZ-07': {
    passing: { business: { killCriterion: 'Fraud loss has not fallen by a tenth after six months' } },
    failing: { business: { problemStatement: 'Fraud costs too much' } },
    notEvaluable: { business: { killCriterion: open } },
  },
  'BIZ-08': {
    passing: { overview: { outOfScope: [{ id: 'refunds', text: 'Fraudulent refunds' }] } },
    failing: { overview: { name: 'Card fraud' } },
    notEvaluable: { overview: { outOfScope: open } },
  },
};
