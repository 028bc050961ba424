export const rolloutSteps = {
  shadow: 'Shadow: it predicts, nothing follows',
  canary: 'Canary: a small share of the traffic',
  ab: 'A/B experiment',
  interleaving: 'Interleaving in one list',
  bandit: 'Bandit',
  'big-bang': 'All traffic at once',
} as const;

/** What is assigned to a group, and what is counted in the end. They should be the same. */
export const experimentUnits = {
  person: 'Person',
  account: 'Account',
  device: 'Device',
  session: 'Session',
  request: 'Request',
  item: 'Item',
  cluster: 'Region or cluster',
  'time-slot': 'Time slot',
} as const;

export const corrections = {
  none: 'None',
  bonferroni: 'Bonferroni',
  holm: 'Holm',
  bh: 'Benjamini–Hochberg',
} as const;

export const monitored = {
  'input-drift': 'Drift of the input',
  'output-drift': 'Drift of the predictions',
  'label-drift': 'Drift of the labels',
  skew: 'Training against serving',
  quality: 'Quality of predictions',
  business: 'Business number',
  latency: 'Latency',
  errors: 'Errors',
  freshness: 'Freshness of data',
  cost: 'Cost',
  fairness: 'Fairness',
} as const;

export const retrainTriggers = {
  schedule: 'A schedule',
  drift: 'Drift',
  'data-volume': 'Enough new data',
  manual: 'Somebody decides',
} as const;

export const feedbackMitigations = {
  none: 'Nothing',
  exploration: 'Some decisions are made at random',
  holdout: 'A group that the model does not touch',
  propensity: 'Weights by how likely each decision was',
  'position-feature': 'Position is a feature in training, fixed when serving',
} as const;
