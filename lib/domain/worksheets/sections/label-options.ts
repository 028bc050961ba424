export const labelTypes = {
  hand: 'People label by hand',
  'natural-explicit': 'Users say so: ratings, reports, disputes',
  'natural-implicit': 'Behaviour: clicks, purchases, returns',
  programmatic: 'Rules and labelling functions',
  llm: 'A language model labels',
  derived: 'Computed from other records',
  none: 'There are no labels',
} as const;

export const annotatorKinds = {
  expert: 'Experts',
  crowd: 'Crowd',
  staff: 'Staff',
  model: 'Model',
} as const;

export const labelScales = {
  nominal: 'Classes without order',
  ordinal: 'Ordered classes',
  interval: 'Numbers with equal steps',
  ratio: 'Amounts with a true zero',
  multilabel: 'Any of several labels',
  span: 'Parts of a text or an image',
} as const;

export const agreementCoefficients = {
  percent: 'Percent agreement',
  cohen: 'Cohen’s kappa',
  'weighted-kappa': 'Weighted kappa',
  scott: 'Scott’s pi',
  fleiss: 'Fleiss’ kappa',
  krippendorff: 'Krippendorff’s alpha',
  'gwet-ac1': 'Gwet’s AC1',
  'gwet-ac2': 'Gwet’s AC2',
  icc: 'Intraclass correlation',
} as const;

export const aggregations = {
  single: 'There is one label an item',
  majority: 'Majority',
  weighted: 'Weighted by annotator',
  'dawid-skene': 'Dawid–Skene model',
  mace: 'MACE',
  crowdlab: 'CROWDLAB',
  adjudication: 'Someone decides disagreements',
  'soft-labels': 'Soft labels: shares of the votes',
  'keep-all': 'All labels are kept',
} as const;

export const labelLineage = {
  'annotator-id': 'Who labelled',
  timestamp: 'When',
  'guideline-version': 'By which version of the guideline',
  'source-batch': 'In which batch',
  tool: 'With which tool',
  confidence: 'How sure they were',
} as const;
