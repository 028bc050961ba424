export const sourceKinds = {
  'user-input': 'What users type or send',
  'system-log': 'Log of a system',
  'internal-db': 'Database of our own',
  'event-stream': 'Stream of events',
  'third-party': 'Bought or given by others',
  public: 'Public',
  synthetic: 'Made up by a program',
  'human-annotation': 'Labelled by people',
} as const;

export const sourceUses = {
  train: 'Training',
  validate: 'Validation',
  test: 'Testing',
  'serve-feature': 'Features at prediction time',
  label: 'Labels',
  monitor: 'Monitoring',
} as const;

export const storageKinds = {
  oltp: 'Transactional database',
  warehouse: 'Warehouse',
  lake: 'Data lake',
  'object-store': 'Object store',
  stream: 'Stream',
  'feature-store': 'Feature store',
  api: 'API',
  file: 'Files',
} as const;

export const dataModels = {
  relational: 'Tables',
  document: 'Documents',
  graph: 'Graph',
  'key-value': 'Keys and values',
  blob: 'Blobs',
} as const;

/** The words say how the bytes lie, which decides what reading a few columns costs. */
export const dataFormats = {
  csv: 'CSV (rows, text)',
  tsv: 'TSV (rows, text)',
  json: 'JSON (objects, text)',
  jsonl: 'JSON lines (rows, text)',
  avro: 'Avro (rows, binary)',
  protobuf: 'Protocol Buffers (rows, binary)',
  parquet: 'Parquet (columns, binary)',
  orc: 'ORC (columns, binary)',
  arrow: 'Arrow (columns, binary)',
  'rdbms-row': 'Database that keeps rows',
  'rdbms-column': 'Database that keeps columns',
  pickle: 'Pickle (objects, binary)',
  image: 'Images',
  audio: 'Audio',
  text: 'Plain text',
  other: 'Another',
} as const;

type FormatLayout = 'row' | 'column' | 'object';

/** How the bytes of a format lie, where they are records at all: 'object' is one record after another, keys and all. */
export const formatLayouts: Readonly<Partial<Record<keyof typeof dataFormats, FormatLayout>>> = {
  csv: 'row',
  tsv: 'row',
  json: 'object',
  jsonl: 'row',
  avro: 'row',
  protobuf: 'row',
  parquet: 'column',
  orc: 'column',
  arrow: 'column',
  'rdbms-row': 'row',
  'rdbms-column': 'column',
  pickle: 'object',
};

export const accessPatterns = {
  'append-row': 'Rows are appended',
  'point-lookup-row': 'One row is looked up by key',
  'full-scan': 'Everything is read',
  'column-subset': 'A few columns of all rows are read',
  'range-scan': 'A range is read, such as a day',
  stream: 'Read as it arrives',
} as const;

export const lawfulBases = {
  consent: 'Consent',
  contract: 'Contract with the person',
  'legal-obligation': 'Legal obligation',
  'vital-interests': 'Vital interests',
  'public-task': 'Public task',
  'legitimate-interests': 'Legitimate interests',
} as const;

export const qualityMetrics = {
  'null-values': 'Null values',
  'missing-values': 'Missing values',
  'invalid-values': 'Invalid values',
  'duplicate-values': 'Duplicate values',
  'row-count': 'Number of rows',
} as const;

export const comparisonWords = {
  'at-most': 'At most',
  'at-least': 'At least',
  'less-than': 'Less than',
  'more-than': 'More than',
  exactly: 'Exactly',
  not: 'Not',
} as const;

export const featureTypes = {
  numeric: 'Number',
  boolean: 'Yes or no',
  categorical: 'Category',
  ordinal: 'Ordered category',
  time: 'Time',
  text: 'Text',
  embedding: 'Embedding',
  sequence: 'Sequence',
  image: 'Image',
  audio: 'Audio',
} as const;
