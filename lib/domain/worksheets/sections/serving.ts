import { when } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  duration,
  group,
  integer,
  list,
  markdown,
  money,
  percentage,
  quantity,
  reference,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import { generationFields } from './serving-generation.ts';
import {
  aggregations,
  fallbacks,
  latencyPercentiles,
  latencyScopes,
  percentileMethods,
  predictionModes,
  queueDisciplines,
} from './serving-options.ts';

/** One prediction after another, so that each has a latency and all together a rate. */
const oneByOne = when('serving.predictionMode', 'online', 'streaming', 'edge', 'hybrid');
const onRequest = when('serving.predictionMode', 'online', 'edge', 'hybrid');
const inBatches = when('serving.predictionMode', 'batch', 'hybrid');
const batching = when('./enabled', true);

export const serving = section({
  key: 'serving',
  title: 'Serving',
  intro: 'How predictions reach whoever needs them: how fast, how many, at what cost, and what happens when they fail.',
  stage: 'design',
  fields: {
    predictionMode: choice('How predictions are made', predictionModes, {
      needed: true,
      stage: 'framing',
      group: 'Way of serving',
    }),
    device: text('Runs on', { group: 'Way of serving' }),
    memory: quantity('Memory it takes', 'bytes', { min: 0, group: 'Way of serving' }),
    slo: list(
      'Latency objectives',
      {
        percentile: choice('Percentile', latencyPercentiles, { needed: true }),
        ms: duration('Within', { needed: true, defaultUnit: 'ms' }),
        scope: choice('Measured', latencyScopes),
        window: duration('Over'),
      },
      { itemNoun: 'objective', needed: true, stage: 'framing', appliesWhen: oneByOne, group: 'How fast' },
    ),
    deadlineReason: markdown('Where that limit comes from', { appliesWhen: oneByOne, group: 'How fast' }),
    meanMs: duration('Mean latency', { defaultUnit: 'ms', appliesWhen: oneByOne, group: 'How fast' }),
    timeoutMs: duration('The caller gives up after', { defaultUnit: 'ms', appliesWhen: onRequest, group: 'How fast' }),
    coldStartMs: duration('First answer after a start takes', {
      defaultUnit: 'ms',
      appliesWhen: oneByOne,
      group: 'How fast',
    }),
    expectedRps: quantity('Expected load', 'rate', {
      needed: true,
      min: 0,
      defaultPeriod: 'second',
      appliesWhen: oneByOne,
      group: 'How much',
    }),
    peakRps: quantity('Peak load', 'rate', {
      needed: true,
      stage: 'framing',
      min: 0,
      defaultPeriod: 'second',
      appliesWhen: oneByOne,
      group: 'How much',
    }),
    growthPct: percentage('Growth a year', { min: -1, max: 1000, group: 'How much' }),
    batchVolume: integer('A batch run makes', {
      tier: 'core',
      unit: 'predictions',
      appliesWhen: inBatches,
      group: 'How much',
    }),
    batchWindow: duration('Time for a batch run', { tier: 'core', appliesWhen: inBatches, group: 'How much' }),
    batchRate: quantity('Rate that a batch run reaches', 'rate', {
      min: 0,
      defaultPeriod: 'second',
      appliesWhen: inBatches,
      group: 'How much',
    }),
    replicas: integer('Replicas', { appliesWhen: oneByOne, group: 'Capacity' }),
    perReplicaConcurrency: integer('Requests that a replica works on at once', {
      min: 1,
      appliesWhen: oneByOne,
      group: 'Capacity',
    }),
    targetUtilisation: percentage('Utilisation aimed at', { appliesWhen: oneByOne, group: 'Capacity' }),
    queueDiscipline: choice('When requests wait', queueDisciplines, { appliesWhen: oneByOne, group: 'Capacity' }),
    batch: group(
      'Requests answered together',
      {
        enabled: yesNo('Are requests gathered into batches'),
        maxSize: integer('At most', { unit: 'requests', min: 1, appliesWhen: batching }),
        maxDelayMs: duration('A request waits for others at most', { defaultUnit: 'ms', appliesWhen: batching }),
        serviceAlphaMs: duration('Each request in a batch adds', { defaultUnit: 'ms', appliesWhen: batching }),
        serviceTau0Ms: duration('A batch takes whatever its size', { defaultUnit: 'ms', appliesWhen: batching }),
      },
      { appliesWhen: oneByOne, group: 'Capacity' },
    ),
    fallback: choice('When there is no prediction', fallbacks, {
      needed: true,
      stage: 'framing',
      group: 'When it fails',
    }),
    fallbackBaseline: reference('Which baseline answers then', 'baseline', {
      appliesWhen: when('serving.fallback', 'baseline', 'heuristic'),
      group: 'When it fails',
    }),
    retryPolicy: text('Retries', { appliesWhen: oneByOne, group: 'When it fails' }),
    availabilitySlo: percentage('Availability objective', { tier: 'core', group: 'When it fails' }),
    hardDependencies: list(
      'What it cannot answer without',
      { component: reference('Component', 'component', { needed: true }) },
      { itemNoun: 'dependency', group: 'When it fails' },
    ),
    measurement: group(
      'How latency is measured',
      {
        tool: text('Tool'),
        openLoop: yesNo('Are requests sent on time, whether or not earlier ones were answered'),
        expectedInterval: duration('Time between two requests', { defaultUnit: 'ms' }),
        n: integer('Measured on', { unit: 'requests' }),
        warmup: duration('Warm-up left out'),
        percentileMethod: choice('How percentiles are read', percentileMethods),
        aggregatedHow: choice('How machines and windows are put together', aggregations),
      },
      { appliesWhen: oneByOne, group: 'How it is measured' },
    ),
    costPer1kPredictions: money('Cost of a thousand predictions', { min: 0, group: 'What it costs' }),
    budgetPerMonth: money('Budget', { min: 0, per: 'month', group: 'What it costs' }),
    ...generationFields,
  },
});
