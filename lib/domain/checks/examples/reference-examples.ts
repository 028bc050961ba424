import type { JsonObject } from '../../json.ts';
import { businessMetric, metrics, open, primary } from './example-drafts.ts';
import type { RuleExamples } from '../rule.ts';

const shares = (home: unknown) => ({
  framing: { taskType: 'binary', classes: [{ id: 'fraud', isPositive: true, expectedShare: '0.2 %' }] },
  imbalance: { prevalenceProduction: typeof home === 'string' ? home : open },
});
const scope = (out: string) => ({
  overview: { inScope: [{ id: 'a', text: 'Card payments' }], outOfScope: [{ id: 'b', text: out }] },
});
const plan = (date: string) => ({
  business: { deadline: '2027-06-30' },
  overview: { milestones: [{ id: 'pilot', name: 'Pilot', date, measures: true }] },
});
const watched = (monitor: JsonObject) => ({ operations: { monitors: [{ id: 'quality', ...monitor }] } });
const fallback = (answer: string) => ({
  framing: { baselines: [{ id: 'rules', name: 'Rules', kind: 'heuristic' }] },
  serving: { fallback: answer },
});

export const referenceExamples: Readonly<Record<string, RuleExamples>> = {
  'XRF-01': {
    passing: metrics(primary({ drives: 'loss' }), businessMetric),
    failing: metrics(primary({ drives: 'lost' }), businessMetric),
    notEvaluable: metrics(primary({ formula: 'recall' })),
  },
  'XRF-02': {
    passing: shares('0.2 %'),
    failing: shares('2 %'),
    notEvaluable: shares(undefined),
    edge: { path: 'imbalance.prevalenceProduction', passes: '0.201 %', fails: '0.203 %' },
  },
  'XRF-03': {
    passing: watched({ what: 'quality', metric: 'm1' }),
    failing: watched({ what: 'quality' }),
    notEvaluable: watched({ what: 'quality', metric: open }),
  },
  'XRF-04': {
    passing: fallback('baseline'),
    failing: fallback('none'),
    notEvaluable: { framing: fallback('none').framing },
  },
  'XRF-05': {
    passing: scope('Refunds'),
    failing: scope('card payments.'),
    notEvaluable: { overview: { inScope: [{ id: 'a', text: 'Card payments' }] } },
  },
  'XRF-06': {
    passing: plan('2027-03-31'),
    failing: plan('2027-09-30'),
    notEvaluable: { overview: plan('2027-03-31').overview },
    edge: { path: 'overview.milestones.pilot.date', passes: '2027-06-30', fails: '2027-07-01' },
  },
};
