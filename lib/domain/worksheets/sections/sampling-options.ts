/** Those from 'convenience' on give no chance of being drawn that anyone could state. */
export const samplingMethods = {
  all: 'Everything there is',
  'simple-random': 'Simple random sample',
  stratified: 'Stratified sample',
  weighted: 'Weighted sample',
  importance: 'Importance sampling',
  reservoir: 'Reservoir from a stream',
  cluster: 'Whole clusters',
  systematic: 'Every k-th case',
  convenience: 'What was at hand',
  judgment: 'What experts picked',
  quota: 'Quotas filled as they came',
  snowball: 'Cases that led to other cases',
  'active-learning': 'What the model was unsure of',
} as const;

export const splitMethods = {
  random: 'At random',
  'stratified-random': 'At random within strata',
  time: 'By time',
  group: 'By group, each entity on one side',
  'group-time': 'By group and time',
  geographic: 'By place',
  predefined: 'As given from outside',
} as const;

export const splitRoles = {
  train: 'Training',
  validation: 'Validation',
  calibration: 'Calibration',
  test: 'Test',
} as const;

export const fittedOn = {
  'train-only': 'Training data alone',
  all: 'All data, test data among them',
} as const;

export const resamplingStages = {
  none: 'Not at all',
  'before-split': 'Before the split',
  'train-only-after-split': 'After the split, training data alone',
  all: 'After the split, all of it',
} as const;
