import { labelAgreement, labelNoise } from './label-views.ts';
import { latencyViews } from './latency-views.ts';
import type { CalculatorView, ViewInput } from './view.ts';

const confidence: ViewInput = { key: 'confidence', kind: 'share', label: 'Confidence' };

/** The page of each calculator, by its id. */
const views: Readonly<Record<string, CalculatorView>> = {
  ...latencyViews,
  'proportion-interval': {
    sentence: [
      { key: 'successes', kind: 'count', label: 'Successes' },
      'of',
      { key: 'n', kind: 'count', label: 'Cases' },
      'cases were successes. Between which limits does the true share lie, with a confidence of',
      confidence,
      '?',
    ],
    more: [],
    results: [
      { key: 'estimate', label: 'Share', kind: 'share' },
      { key: 'wilson', label: 'Wilson interval', kind: 'interval' },
      { key: 'clopperPearson', label: 'Clopper–Pearson interval', kind: 'interval' },
    ],
  },
  imbalance: {
    sentence: [
      'When',
      { key: 'prevalence', kind: 'share', label: 'Share of positives' },
      'of all cases are positive, and the model finds',
      { key: 'sensitivity', kind: 'share', label: 'Sensitivity', optional: true },
      'of them and clears',
      { key: 'specificity', kind: 'share', label: 'Specificity', optional: true },
      'of the others, what do its numbers really say?',
    ],
    more: [
      { key: 'precision', kind: 'share', label: 'Precision as measured', optional: true },
      { key: 'measuredPrevalence', kind: 'share', label: 'Share of positives where it was measured', optional: true },
      { key: 'costs.fp', kind: 'number', label: 'Cost of a false alarm', optional: true },
      { key: 'costs.fn', kind: 'number', label: 'Cost of a miss', optional: true },
      { key: 'costs.tp', kind: 'number', label: 'Cost of a hit', optional: true },
      { key: 'costs.tn', kind: 'number', label: 'Cost of a correct pass', optional: true },
      { key: 'volume', kind: 'count', label: 'Cases in a period', optional: true },
      { key: 'reviewCapacity', kind: 'count', label: 'Cases that can be reviewed in it', optional: true },
    ],
    results: [
      { key: 'majorityAccuracy', label: 'Accuracy of always saying the majority', kind: 'share' },
      { key: 'ppv', label: 'Positive predictive value (precision)', kind: 'share' },
      { key: 'npv', label: 'Negative predictive value', kind: 'share' },
      { key: 'prAucBaseline', label: 'PR AUC of a random ranking', kind: 'number' },
      { key: 'prAucMinimum', label: 'Smallest possible PR AUC', kind: 'number' },
      { key: 'f1AllPositive', label: 'F1 of flagging everything', kind: 'number' },
      { key: 'precisionAtPrevalence', label: 'Measured precision, at this share', kind: 'share' },
      { key: 'costThreshold', label: 'Threshold of least cost', kind: 'number' },
      { key: 'expectedCost', label: 'Expected cost of a case', kind: 'number' },
      { key: 'alerts', label: 'Cases flagged', kind: 'number' },
      { key: 'reviewLoad', label: 'Flagged, over what can be reviewed', kind: 'number' },
    ],
  },
  'rare-group': {
    sentence: [
      'A group makes up',
      { key: 'share', kind: 'share', label: 'Share of the group' },
      'of all cases. Will a random sample of',
      { key: 'n', kind: 'count', label: 'Sample' },
      'hold at least',
      { key: 'atLeast', kind: 'count', label: 'At least' },
      'of it?',
    ],
    more: [{ key: 'population', kind: 'count', label: 'Cases in all, when they are few', optional: true }, confidence],
    results: [
      { key: 'expectedCount', label: 'Of the group in the sample, on average', kind: 'number' },
      { key: 'missProbability', label: 'Chance of none', kind: 'share' },
      { key: 'probabilityAtLeast', label: 'Chance of at least so many', kind: 'share' },
      { key: 'nForOne', label: 'Sample for one, at this confidence', kind: 'count' },
      { key: 'nForAtLeast', label: 'Sample for at least so many', kind: 'count' },
      { key: 'upperBoundIfNoneSeen', label: 'Largest share, had none been seen', kind: 'share' },
    ],
  },
  'sample-size-proportions': {
    sentence: [
      'With a baseline of',
      { key: 'baseline', kind: 'share', label: 'Baseline' },
      'and a change of',
      { key: 'effect', kind: 'share', label: 'Change', optional: true },
      {
        key: 'effectKind',
        kind: 'choice',
        label: 'Kind of change',
        choices: [
          { value: 'absolute', label: 'points' },
          { value: 'relative', label: 'of the baseline' },
        ],
      },
      ', how many cases show it with a power of',
      { key: 'power', kind: 'share', label: 'Power', optional: true },
      '?',
    ],
    more: [
      { key: 'alpha', kind: 'share', label: 'Alpha' },
      { key: 'n', kind: 'count', label: 'Cases a group, to solve for the rest', optional: true },
      {
        key: 'sides',
        kind: 'choice',
        numeric: true,
        label: 'Test',
        choices: [
          { value: '2', label: 'Two-sided' },
          { value: '1', label: 'One-sided' },
        ],
      },
      {
        key: 'method',
        kind: 'choice',
        label: 'Method',
        choices: [
          { value: 'pooled', label: 'Pooled (R)' },
          { value: 'evan-miller', label: 'Evan Miller' },
          { value: 'arcsine', label: 'Arcsine' },
        ],
      },
      {
        key: 'design',
        kind: 'choice',
        label: 'Design',
        choices: [
          { value: 'two-sample', label: 'Two groups' },
          { value: 'one-sample', label: 'One group against a fixed share' },
        ],
      },
      { key: 'ratio', kind: 'number', label: 'Size of a changed group over the control’s' },
      { key: 'variants', kind: 'count', label: 'Groups, the control included' },
      { key: 'trafficPerDay', kind: 'count', label: 'Cases a day', optional: true },
      { key: 'allocation', kind: 'share', label: 'Share of them that takes part' },
    ],
    results: [
      { key: 'nPerGroup', label: 'Cases in the control group', kind: 'count' },
      { key: 'nPerChangedGroup', label: 'Cases in each changed group', kind: 'count' },
      { key: 'nTotal', label: 'Cases in all', kind: 'count' },
      { key: 'power', label: 'Power', kind: 'share' },
      { key: 'effect', label: 'Change', kind: 'share' },
      { key: 'effectDown', label: 'Fall that is found', kind: 'share' },
      { key: 'days', label: 'Days', kind: 'count' },
    ],
  },
  'label-agreement': labelAgreement,
  'label-noise': labelNoise,
};

export function viewOf(id: string): CalculatorView | undefined {
  return Object.hasOwn(views, id) ? views[id] : undefined;
}
