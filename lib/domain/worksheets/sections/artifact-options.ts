export const artifactKinds = {
  code: 'Code',
  'data-snapshot': 'Data snapshot',
  'feature-definitions': 'Feature definitions',
  labels: 'Labels',
  'label-guideline': 'Labelling guideline',
  'eval-dataset': 'Evaluation data',
  model: 'Model',
  hyperparameters: 'Hyperparameters',
  'thresholds-and-weights': 'Thresholds and weights',
  dependencies: 'Dependencies',
  environment: 'Environment',
  prompt: 'Prompt',
  'random-seed': 'Random seed',
  'pipeline-definition': 'Pipeline definition',
  'experiment-log': 'Experiment log',
} as const;

export const idSchemes = {
  'git-sha': 'Git commit',
  'content-hash': 'Hash of the content',
  semver: 'Version number',
  date: 'Date',
  tag: 'A name that can move',
  none: 'Nothing',
} as const;
