import type { CalculatorView } from './view.ts';

/** The pages of the calculators about labels. */

export const labelAgreement: CalculatorView = {
  sentence: [
    'Several annotators labelled the same items, with labels that are',
    {
      key: 'scale',
      kind: 'choice',
      label: 'Scale',
      choices: [
        { value: 'nominal', label: 'names' },
        { value: 'ordinal', label: 'names or numbers in an order' },
        { value: 'interval', label: 'numbers with equal steps' },
        { value: 'ratio', label: 'numbers with a true zero' },
      ],
    },
    '. How far do they agree beyond chance?',
  ],
  table: {
    label: 'Labels, one a row',
    hint: 'Paste rows from a spreadsheet or a CSV file. The first row names the columns: item, annotator and label, or, where they are counted already, item, label and n.',
  },
  more: [
    { key: 'categories', kind: 'names', label: 'Categories in their order', optional: true },
    { key: 'confidence', kind: 'share', label: 'Confidence' },
    { key: 'bootstrap.resamples', kind: 'count', label: 'Resamples of the bootstrap' },
    { key: 'bootstrap.seed', kind: 'count', label: 'Seed of the bootstrap' },
  ],
  results: [
    { key: 'percentAgreement', label: 'Equal labels', kind: 'share' },
    { key: 'krippendorffAlpha', label: 'Krippendorff’s alpha', kind: 'number' },
    { key: 'alphaInterval', label: 'Its interval', kind: 'range' },
    { key: 'fleissKappa', label: 'Fleiss’ kappa', kind: 'number' },
    { key: 'intervals.fleissKappa', label: 'Its interval', kind: 'range' },
    { key: 'gwetAc1', label: 'Gwet’s AC1', kind: 'number' },
    { key: 'intervals.gwetAc1', label: 'Its interval', kind: 'range' },
    { key: 'brennanPrediger', label: 'Brennan–Prediger', kind: 'number' },
    { key: 'cohenKappa', label: 'Cohen’s kappa', kind: 'number' },
    { key: 'intervals.cohenKappa', label: 'Its interval', kind: 'range' },
    { key: 'scottPi', label: 'Scott’s pi', kind: 'number' },
    { key: 'weightedKappa.linear', label: 'Weighted kappa, linear', kind: 'number' },
    { key: 'weightedKappa.quadratic', label: 'Weighted kappa, quadratic', kind: 'number' },
    { key: 'gwetAc2.linear', label: 'Gwet’s AC2, linear', kind: 'number' },
    { key: 'gwetAc2.quadratic', label: 'Gwet’s AC2, quadratic', kind: 'number' },
  ],
  listings: [
    {
      key: 'perCategory',
      title: 'Agreement by category',
      columns: [
        { key: 'category', label: 'Category', kind: 'text' },
        { key: 'ratings', label: 'Labels', kind: 'count' },
        { key: 'specificAgreement', label: 'Chosen again', kind: 'share' },
        { key: 'fleissKappa', label: 'Fleiss’ kappa', kind: 'number' },
      ],
    },
    {
      key: 'pairwise',
      title: 'Agreement of each two annotators',
      columns: [
        { key: 'a', label: 'One', kind: 'text' },
        { key: 'b', label: 'Other', kind: 'text' },
        { key: 'items', label: 'Items of both', kind: 'count' },
        { key: 'percentAgreement', label: 'Equal labels', kind: 'share' },
        { key: 'cohenKappa', label: 'Cohen’s kappa', kind: 'number' },
      ],
    },
    {
      key: 'hardestItems',
      title: 'Items that annotators agree on least',
      columns: [
        { key: 'item', label: 'Item', kind: 'text' },
        { key: 'agreement', label: 'Equal labels', kind: 'share' },
        { key: 'counts', label: 'Its labels', kind: 'text' },
      ],
    },
  ],
};

export const labelNoise: CalculatorView = {
  sentence: [
    'When',
    { key: 'errorRate', kind: 'share', label: 'Wrong labels', optional: true },
    'of the labels are wrong, what does a model score on them that is right',
    { key: 'trueAccuracy', kind: 'share', label: 'True accuracy', optional: true },
    'of the time? And what do',
    { key: 'annotatorsPerItem', kind: 'count', label: 'Annotators an item', optional: true },
    'annotators get wrong together, two of whom agree',
    { key: 'pairAgreement', kind: 'share', label: 'Agreement of two annotators', optional: true },
    'of the time?',
  ],
  more: [
    { key: 'classes', kind: 'count', label: 'Classes' },
    { key: 'annotatorErrorRate', kind: 'share', label: 'Wrong labels of one annotator', optional: true },
    { key: 'prevalence', kind: 'share', label: 'Share of positives', optional: true },
    { key: 'falsePositiveRate', kind: 'share', label: 'Negatives labelled positive', optional: true },
    { key: 'falseNegativeRate', kind: 'share', label: 'Positives labelled negative', optional: true },
  ],
  results: [
    { key: 'errorRate', label: 'Wrong labels', kind: 'share' },
    { key: 'accuracyCeiling', label: 'Accuracy of a model that is always right', kind: 'share' },
    { key: 'observedAccuracy', label: 'Accuracy that is measured', kind: 'share' },
    { key: 'impliedErrorRate', label: 'Wrong labels of one annotator', kind: 'share' },
    { key: 'majorityVoteError', label: 'Wrong labels of the majority', kind: 'share' },
    { key: 'labelPpv', label: 'Positive labels that are right', kind: 'share' },
  ],
};
