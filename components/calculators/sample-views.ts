import { choice, confidence, count, interval, number, numberChoice, optional, share } from './view-parts.ts';
import type { CalculatorView } from './view.ts';

/** The pages of the calculators about samples, and about what a share of positives does to measures. */
export const sampleViews: Readonly<Record<string, CalculatorView>> = {
  'proportion-interval': {
    sentence: [
      count('successes', 'Successes'),
      'of',
      count('n', 'Cases'),
      'cases were successes. Between which limits does the true share lie, with a confidence of',
      confidence,
      '?',
    ],
    more: [],
    results: [
      share('estimate', 'Share'),
      interval('wilson', 'Wilson interval'),
      interval('clopperPearson', 'Clopper–Pearson interval'),
    ],
  },
  imbalance: {
    sentence: [
      'When',
      share('prevalence', 'Share of positives'),
      'of all cases are positive, and the model finds',
      optional(share('sensitivity', 'Sensitivity')),
      'of them and clears',
      optional(share('specificity', 'Specificity')),
      'of the others, what do its numbers really say?',
    ],
    more: [
      optional(share('precision', 'Precision as measured')),
      optional(share('measuredPrevalence', 'Share of positives where it was measured')),
      optional(number('costs.fp', 'Cost of a false alarm')),
      optional(number('costs.fn', 'Cost of a miss')),
      optional(number('costs.tp', 'Cost of a hit')),
      optional(number('costs.tn', 'Cost of a correct pass')),
      optional(count('volume', 'Cases in a period')),
      optional(count('reviewCapacity', 'Cases that can be reviewed in it')),
    ],
    results: [
      share('majorityAccuracy', 'Accuracy of always saying the majority'),
      share('ppv', 'Positive predictive value (precision)'),
      share('npv', 'Negative predictive value'),
      number('prAucBaseline', 'PR AUC of a random ranking'),
      number('prAucMinimum', 'Smallest possible PR AUC'),
      number('f1AllPositive', 'F1 of flagging everything'),
      share('precisionAtPrevalence', 'Measured precision, at this share'),
      number('costThreshold', 'Threshold of least cost'),
      number('expectedCost', 'Expected cost of a case'),
      number('alerts', 'Cases flagged'),
      number('reviewLoad', 'Flagged, over what can be reviewed'),
    ],
  },
  'rare-group': {
    sentence: [
      'A group makes up',
      share('share', 'Share of the group'),
      'of all cases. Will a random sample of',
      count('n', 'Sample'),
      'hold at least',
      count('atLeast', 'At least'),
      'of it?',
    ],
    more: [optional(count('population', 'Cases in all, when they are few')), confidence],
    results: [
      number('expectedCount', 'Of the group in the sample, on average'),
      share('missProbability', 'Chance of none'),
      share('probabilityAtLeast', 'Chance of at least so many'),
      count('nForOne', 'Sample for one, at this confidence'),
      count('nForAtLeast', 'Sample for at least so many'),
      share('upperBoundIfNoneSeen', 'Largest share, had none been seen'),
    ],
  },
  'sample-size-proportions': {
    sentence: [
      'With a baseline of',
      share('baseline', 'Baseline'),
      'and a change of',
      optional(share('effect', 'Change')),
      choice('effectKind', 'Kind of change', [
        ['absolute', 'points'],
        ['relative', 'of the baseline'],
      ]),
      ', how many cases show it with a power of',
      optional(share('power', 'Power')),
      '?',
    ],
    more: [
      share('alpha', 'Alpha'),
      optional(count('n', 'Cases a group, to solve for the rest')),
      numberChoice('sides', 'Test', [
        ['2', 'Two-sided'],
        ['1', 'One-sided'],
      ]),
      choice('method', 'Method', [
        ['pooled', 'Pooled (R)'],
        ['evan-miller', 'Evan Miller'],
        ['arcsine', 'Arcsine'],
      ]),
      choice('design', 'Design', [
        ['two-sample', 'Two groups'],
        ['one-sample', 'One group against a fixed share'],
      ]),
      number('ratio', 'Size of a changed group over the control’s'),
      count('variants', 'Groups, the control included'),
      optional(count('trafficPerDay', 'Cases a day')),
      share('allocation', 'Share of them that takes part'),
    ],
    results: [
      count('nPerGroup', 'Cases in the control group'),
      count('nPerChangedGroup', 'Cases in each changed group'),
      count('nTotal', 'Cases in all'),
      share('power', 'Power'),
      share('effect', 'Change'),
      share('effectDown', 'Fall that is found'),
      count('days', 'Days'),
    ],
  },
};
