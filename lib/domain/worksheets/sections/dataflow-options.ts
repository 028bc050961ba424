export const componentKinds = {
  client: 'Client',
  gateway: 'Gateway',
  service: 'Service',
  'model-server': 'Model server',
  'feature-store': 'Feature store',
  database: 'Database',
  cache: 'Cache',
  broker: 'Broker',
  'stream-processor': 'Stream processor',
  'batch-job': 'Batch job',
  warehouse: 'Warehouse',
  'third-party': 'Service of others',
  human: 'People',
} as const;

export const connectionModes = {
  database: 'Through a database',
  rest: 'REST call',
  rpc: 'Remote procedure call',
  pubsub: 'Published to subscribers',
  queue: 'Put in a queue',
  file: 'Through files',
  'in-process': 'Within one process',
} as const;
