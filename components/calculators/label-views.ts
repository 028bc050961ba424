import { choice, confidence, count, names, number, optional, range, share, text } from './view-parts.ts';
import type { CalculatorView } from './view.ts';

/** The pages of the calculators about labels. */
export const labelViews: Readonly<Record<string, CalculatorView>> = {
  'label-agreement': {
    sentence: [
      'Several annotators labelled the same items, with labels that are',
      choice('scale', 'Scale', [
        ['nominal', 'names'],
        ['ordinal', 'names or numbers in an order'],
        ['interval', 'numbers with equal steps'],
        ['ratio', 'numbers with a true zero'],
      ]),
      '. How far do they agree beyond chance?',
    ],
    table: {
      label: 'Labels, one a row',
      hint: 'Paste rows from a spreadsheet or a CSV file. The first row names the columns: item, annotator and label, or, where they are counted already, item, label and n.',
    },
    more: [
      optional(names('categories', 'Categories in their order')),
      confidence,
      count('bootstrap.resamples', 'Resamples of the bootstrap'),
      count('bootstrap.seed', 'Seed of the bootstrap'),
    ],
    results: [
      share('percentAgreement', 'Equal labels'),
      number('krippendorffAlpha', 'Krippendorff’s alpha'),
      range('alphaInterval', 'Interval of alpha'),
      number('fleissKappa', 'Fleiss’ kappa'),
      range('intervals.fleissKappa', 'Interval of Fleiss’ kappa'),
      number('gwetAc1', 'Gwet’s AC1'),
      range('intervals.gwetAc1', 'Interval of AC1'),
      number('brennanPrediger', 'Brennan–Prediger'),
      number('cohenKappa', 'Cohen’s kappa'),
      range('intervals.cohenKappa', 'Interval of Cohen’s kappa'),
      number('scottPi', 'Scott’s pi'),
      number('weightedKappa.linear', 'Weighted kappa, linear'),
      number('weightedKappa.quadratic', 'Weighted kappa, quadratic'),
      number('gwetAc2.linear', 'Gwet’s AC2, linear'),
      number('gwetAc2.quadratic', 'Gwet’s AC2, quadratic'),
    ],
    listings: [
      {
        key: 'perCategory',
        title: 'Agreement by category',
        columns: [
          text('category', 'Category'),
          count('ratings', 'Labels'),
          share('specificAgreement', 'Chosen again'),
          number('fleissKappa', 'Fleiss’ kappa'),
        ],
      },
      {
        key: 'pairwise',
        title: 'Agreement of each two annotators',
        columns: [
          text('a', 'One'),
          text('b', 'Other'),
          count('items', 'Items of both'),
          share('percentAgreement', 'Equal labels'),
          number('cohenKappa', 'Cohen’s kappa'),
        ],
      },
      {
        key: 'hardestItems',
        title: 'Items that annotators agree on least',
        columns: [text('item', 'Item'), share('agreement', 'Equal labels'), text('counts', 'Its labels')],
      },
    ],
  },
  'label-noise': {
    sentence: [
      'When',
      optional(share('errorRate', 'Wrong labels')),
      'of the labels are wrong, what does a model score on them that is right',
      optional(share('trueAccuracy', 'True accuracy')),
      'of the time? And what do',
      optional(count('annotatorsPerItem', 'Annotators an item')),
      'annotators get wrong together, two of whom agree',
      optional(share('pairAgreement', 'Agreement of two annotators')),
      'of the time?',
    ],
    more: [
      count('classes', 'Classes'),
      optional(share('annotatorErrorRate', 'Wrong labels of one annotator')),
      optional(share('prevalence', 'Share of positives')),
      optional(share('falsePositiveRate', 'Negatives labelled positive')),
      optional(share('falseNegativeRate', 'Positives labelled negative')),
    ],
    results: [
      share('errorRate', 'Wrong labels'),
      share('accuracyCeiling', 'Accuracy of a model that is always right'),
      share('observedAccuracy', 'Accuracy that is measured'),
      share('impliedErrorRate', 'Wrong labels of one annotator'),
      share('majorityVoteError', 'Wrong labels of the majority'),
      share('labelPpv', 'Positive labels that are right'),
    ],
  },
};
