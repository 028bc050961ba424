export const predictionModes = {
  online: 'On request, while someone waits',
  batch: 'In batches, on a schedule',
  streaming: 'As events arrive',
  edge: 'On the device itself',
  hybrid: 'Partly in batches, partly on request',
} as const;

export const latencyPercentiles = {
  p50: 'p50',
  p90: 'p90',
  p95: 'p95',
  p99: 'p99',
  'p99-9': 'p99.9',
  max: 'Slowest',
} as const;

export const latencyScopes = {
  client: 'As the caller sees it',
  server: 'At the service',
  model: 'The model alone',
} as const;

export const fallbacks = {
  none: 'Nothing: the caller gets an error',
  cached: 'The last prediction that was kept',
  baseline: 'A baseline model',
  heuristic: 'A rule',
  default: 'A fixed answer',
  human: 'A person decides',
} as const;

export const queueDisciplines = {
  fifo: 'First come, first served',
  lifo: 'Newest first',
  priority: 'By priority',
  deadline: 'Nearest deadline first',
  shed: 'Turned away when full',
} as const;

/** Between two measured values lies no single truth, and the definitions differ most in the tail. */
export const percentileMethods = {
  'nearest-rank': 'A value that was measured (nearest rank)',
  linear: 'Between two measured values (linear)',
  hdr: 'HdrHistogram',
  tdigest: 't-digest',
  ddsketch: 'DDSketch',
} as const;

export const aggregations = {
  'merged-histograms': 'Histograms are merged, then read',
  'averaged-percentiles': 'Percentiles are averaged',
} as const;

export const untrustedInputs = {
  'user-text': 'What users write',
  web: 'Web pages',
  documents: 'Documents from outside',
  'tool-output': 'What tools answer',
} as const;
