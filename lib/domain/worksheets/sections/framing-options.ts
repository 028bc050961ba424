export const taskTypes = {
  binary: 'Yes or no',
  multiclass: 'One of several classes',
  multilabel: 'Any of several labels',
  regression: 'A number',
  'quantile-regression': 'A quantile of a number',
  count: 'A count',
  ranking: 'An order of given items',
  recommendation: 'Items to offer',
  forecasting: 'Future values of a series',
  anomaly: 'What is out of the ordinary',
  clustering: 'Groups not known before',
  survival: 'Time until an event',
  generation: 'New text or media',
  extraction: 'Facts from text or media',
} as const;

export const baselineKinds = {
  constant: 'Constant answer',
  'current-process': 'Current process',
  heuristic: 'Heuristic or rule',
  human: 'People',
  'simple-model': 'Simple model',
  'previous-model': 'Previous model',
} as const;

export const lossFunctions = {
  'log-loss': 'Log loss (cross-entropy)',
  focal: 'Focal loss',
  hinge: 'Hinge',
  'squared-error': 'Squared error',
  'absolute-error': 'Absolute error',
  huber: 'Huber',
  pinball: 'Pinball (quantile)',
  poisson: 'Poisson deviance',
  gamma: 'Gamma deviance',
  tweedie: 'Tweedie deviance',
  crps: 'CRPS',
  'pairwise-ranking': 'Pairwise ranking',
  'listwise-ranking': 'Listwise ranking',
  contrastive: 'Contrastive or triplet',
  'partial-likelihood': 'Cox partial likelihood',
  'survival-likelihood': 'Censored likelihood',
  reconstruction: 'Reconstruction error',
  'within-cluster': 'Distance within clusters',
  'next-token': 'Next token',
  preference: 'Preference or reward',
  custom: 'Another',
} as const;

export const modalities = {
  tabular: 'Tables',
  text: 'Text',
  image: 'Images',
  audio: 'Audio',
  video: 'Video',
  'time-series': 'Time series',
  graph: 'Graphs',
} as const;

export const learningModes = {
  supervised: 'From labelled examples',
  weak: 'From noisy or programmatic labels',
  self: 'From the data itself',
  unsupervised: 'Without labels',
  rl: 'From rewards',
  'pretrained-prompted': 'Pretrained, prompted',
  finetuned: 'Pretrained, fine-tuned',
} as const;
