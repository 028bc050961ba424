import { unless, when, whenAll, whenAny } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  choices,
  date,
  duration,
  integer,
  link,
  list,
  markdown,
  percentage,
  person,
  quantity,
  reference,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import {
  accessPatterns,
  comparisonWords,
  dataFormats,
  dataModels,
  lawfulBases,
  qualityMetrics,
  sourceKinds,
  sourceUses,
  storageKinds,
} from './data-options.ts';

const hasColumns = unless('./format', 'image', 'audio', 'text');
const personal = when('./pii', 'pseudonymous', 'personal', 'special-category');
const readWhenServing = when('./usedFor', 'serve-feature', 'monitor');
const ofOthers = when('./kind', 'third-party', 'public');

/** What is asked of one data source. The framing needs three answers; the rest waits for the design. */
export const sourceFields = {
  name: text('Source', { needed: true, group: 'What it is' }),
  owner: person('Owner', { needed: true, stage: 'design', group: 'What it is' }),
  kind: choice('Kind', sourceKinds, { tier: 'core', group: 'What it is' }),
  usedFor: choices('Used for', sourceUses, { tier: 'core', group: 'What it is' }),
  availableAtServing: yesNo('Is it there at the moment of prediction', {
    heading: 'There when predicting',
    needed: true,
    group: 'What it is',
  }),
  storage: choice('Kept in', storageKinds, { group: 'How it is kept and read' }),
  dataModel: choice('Data model', dataModels, { group: 'How it is kept and read' }),
  format: choice('Format', dataFormats, { needed: true, stage: 'design', group: 'How it is kept and read' }),
  accessPattern: choice('How it is read', accessPatterns, {
    needed: true,
    stage: 'design',
    group: 'How it is kept and read',
  }),
  columnsTotal: integer('Columns', { appliesWhen: hasColumns, group: 'How it is kept and read' }),
  columnsRead: integer('Columns read', {
    tier: 'core',
    appliesWhen: whenAll(hasColumns, when('./accessPattern', 'column-subset')),
    group: 'How it is kept and read',
  }),
  reads: quantity('How often it is read', 'rate', { min: 0, defaultPeriod: 'day', group: 'How it is kept and read' }),
  rows: integer('Rows', { group: 'How it is kept and read' }),
  size: quantity('Size', 'bytes', { min: 0, group: 'How it is kept and read' }),
  growthPerMonth: quantity('Growth a month', 'bytes', { min: 0, group: 'How it is kept and read' }),
  historySpan: duration('How far back it goes', { group: 'How fresh' }),
  updateCadence: duration('Updated every', { group: 'How fresh' }),
  publishDelay: duration('Delay until it can be read', { group: 'How fresh' }),
  freshnessProvided: duration('Oldest it is when used', { appliesWhen: readWhenServing, group: 'How fresh' }),
  freshnessNeeded: duration('Oldest it may be when used', {
    tier: 'core',
    appliesWhen: readWhenServing,
    group: 'How fresh',
  }),
  pointInTimeCorrect: yesNo('Can it be read as it was at any past moment', {
    appliesWhen: whenAny(when('framing.timeDependent', true), when('./usedFor', 'serve-feature')),
    group: 'How fresh',
  }),
  retention: duration('Kept for', { group: 'How fresh' }),
  pii: choice(
    'Personal data',
    {
      none: 'None',
      pseudonymous: 'Pseudonymous',
      personal: 'Personal',
      'special-category': 'Special category, such as health',
    },
    { needed: true, group: 'People in it' },
  ),
  lawfulBasis: choice('Lawful basis', lawfulBases, { tier: 'core', appliesWhen: personal, group: 'People in it' }),
  specialCondition: text('Condition that allows the special category', {
    tier: 'core',
    appliesWhen: when('./pii', 'special-category'),
    group: 'People in it',
  }),
  consent: text('How consent is given and withdrawn', {
    appliesWhen: whenAll(personal, when('./lawfulBasis', 'consent')),
    group: 'People in it',
  }),
  deletionPath: text('How one person’s data is deleted', {
    tier: 'core',
    appliesWhen: personal,
    group: 'People in it',
  }),
  residency: text('Where it must stay', { appliesWhen: personal, group: 'People in it' }),
  classification: choice(
    'Classification',
    { public: 'Public', internal: 'Internal', confidential: 'Confidential', restricted: 'Restricted' },
    { group: 'People in it' },
  ),
  licence: text('Licence or terms', { appliesWhen: unless('./kind', 'internal-db', 'system-log'), group: 'Promises' }),
  slaAvailability: percentage('Availability promised', { group: 'Promises' }),
  timeOfAvailability: text('Ready each day by', { group: 'Promises' }),
  generalAvailability: date('Offered from', { appliesWhen: ofOthers, group: 'Promises' }),
  endOfLife: date('Offered until', { group: 'Promises' }),
  contractUrl: link('Contract', { group: 'Promises' }),
  schemaUrl: link('Schema', { group: 'Promises' }),
  schemaOwner: person('Owner of the schema', { group: 'Promises' }),
  lineageUpstream: list(
    'Made from',
    {
      name: text('What it is made from', { needed: true }),
      source: reference('Where that stands in this list', 'source'),
    },
    { itemNoun: 'origin', group: 'Where it comes from' },
  ),
  lineageTransform: markdown('How it is made from that', { group: 'Where it comes from' }),
  collectionProcess: markdown('How it was collected', { group: 'Where it comes from' }),
  collectedFrom: date('Collected from', { group: 'Where it comes from' }),
  collectedTo: date('Collected until', { group: 'Where it comes from' }),
  samplingFrame: markdown('Who or what could get into it', { group: 'Where it comes from' }),
  qualityRules: list(
    'Quality rules',
    {
      metric: choice('What is counted', qualityMetrics, { needed: true }),
      column: text('Column', { needed: true, appliesWhen: unless('./metric', 'row-count') }),
      op: choice('Must be', comparisonWords, { needed: true }),
      value: quantity('Limit', 'measure', { needed: true, min: 0 }),
    },
    { itemNoun: 'rule', group: 'How good it is' },
  ),
  missingness: markdown('What is missing, and why', { group: 'How good it is' }),
  knownBiases: markdown('Known biases', { group: 'How good it is' }),
  recommendedSplits: markdown('How it should be split', { group: 'How good it is' }),
} as const;
