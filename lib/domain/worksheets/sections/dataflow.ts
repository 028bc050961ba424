import { unless, when } from '#lib/domain/worksheets/conditions.ts';
import {
  choice,
  duration,
  group,
  integer,
  list,
  percentage,
  quantity,
  reference,
  section,
  text,
  yesNo,
} from '#lib/domain/worksheets/definition.ts';
import { componentKinds, connectionModes } from './dataflow-options.ts';

const ofOurs = unless('./kind', 'client', 'third-party', 'human');
const answersCalls = unless('./kind', 'client', 'batch-job');
const handedOver = when('./mode', 'pubsub', 'queue', 'file');
const broker = when('./mode', 'pubsub', 'queue');
const called = unless('./mode', 'pubsub', 'queue', 'file');
const leavesProcess = unless('./mode', 'in-process');

export const dataflow = section({
  key: 'dataflow',
  title: 'Components and data passing',
  intro: 'Which parts there are, how data passes between them, who waits for whom, and for how long.',
  stage: 'design',
  fields: {
    dataOrLogic: choice(
      'What the system is mostly about',
      { 'logic-heavy': 'Logic: what is done when', 'data-heavy': 'Data: who gets what' },
      { group: 'The whole' },
    ),
    components: list(
      'Components',
      {
        name: text('Component', { needed: true, group: 'What it is' }),
        kind: choice('Kind', componentKinds, { tier: 'core', group: 'What it is' }),
        ownerTeam: text('Team that runs it', { group: 'What it is' }),
        onOnlinePath: yesNo('Is it on the path of an answer that someone waits for', {
          heading: 'Someone waits',
          tier: 'core',
          group: 'What it is',
        }),
        replicas: integer('Replicas', { min: 1, appliesWhen: ofOurs, group: 'What it can take' }),
        concurrency: integer('Requests at once, each replica', {
          unit: 'requests',
          min: 1,
          appliesWhen: ofOurs,
          group: 'What it can take',
        }),
        capacity: quantity('Most it can take', 'rate', {
          min: 0,
          defaultPeriod: 'second',
          appliesWhen: answersCalls,
          group: 'What it can take',
        }),
        availability: percentage('Availability', { appliesWhen: answersCalls, group: 'What it can take' }),
        latency: group(
          'Time it takes by itself',
          {
            mean: duration('Mean', { defaultUnit: 'ms' }),
            p50: duration('p50', { defaultUnit: 'ms' }),
            p95: duration('p95', { defaultUnit: 'ms' }),
            p99: duration('p99', { defaultUnit: 'ms' }),
            p999: duration('p99.9', { defaultUnit: 'ms' }),
          },
          { tier: 'core', appliesWhen: answersCalls, group: 'How long it takes' },
        ),
        latencySampleN: integer('Measured on', {
          unit: 'requests',
          appliesWhen: answersCalls,
          group: 'How long it takes',
        }),
      },
      {
        itemNoun: 'component',
        tier: 'core',
        group: 'Components',
        summary: ['name', 'kind', 'ownerTeam', 'onOnlinePath', 'capacity', 'availability'],
      },
    ),
    edges: list(
      'Connections',
      {
        purpose: text('Connection', { needed: true, group: 'What passes' }),
        from: reference('From', 'component', { needed: true, group: 'What passes' }),
        to: reference('To', 'component', { needed: true, group: 'What passes' }),
        mode: choice('How', connectionModes, { needed: true, group: 'What passes' }),
        sync: yesNo('Does the sender wait for the answer', {
          heading: 'Sender waits',
          tier: 'core',
          group: 'What passes',
        }),
        payloadSchema: text('Schema of what passes', { appliesWhen: leavesProcess, group: 'What passes' }),
        schemaVersioned: yesNo('Is the schema versioned', { appliesWhen: leavesProcess, group: 'What passes' }),
        encryption: yesNo('Is it encrypted on the way', { appliesWhen: leavesProcess, group: 'What passes' }),
        bothCanAccess: yesNo('Can both ends reach that database', {
          tier: 'core',
          appliesWhen: when('./mode', 'database'),
          group: 'What passes',
        }),
        rate: quantity('Mean rate', 'rate', { min: 0, defaultPeriod: 'second', group: 'How much' }),
        peakRate: quantity('Peak rate', 'rate', { min: 0, defaultPeriod: 'second', group: 'How much' }),
        fanout: integer('Calls for each one that comes in', { min: 1, group: 'How much' }),
        cacheHit: percentage('Answered by a cache', { appliesWhen: called, group: 'How much' }),
        timeout: duration('Timeout', {
          defaultUnit: 'ms',
          tier: 'core',
          appliesWhen: unless('./sync', false),
          group: 'When it fails',
        }),
        retries: integer('Retries', { group: 'When it fails' }),
        retryBackoff: duration('Wait before a retry', { defaultUnit: 'ms', group: 'When it fails' }),
        idempotent: yesNo('May the same message come twice without harm', { group: 'When it fails' }),
        delivery: choice(
          'Delivery',
          { 'at-most-once': 'At most once', 'at-least-once': 'At least once', 'exactly-once': 'Exactly once' },
          { appliesWhen: broker, group: 'Handing over' },
        ),
        ordering: choice(
          'Order',
          { none: 'None is kept', 'per-key': 'Kept for each key', total: 'Kept for all' },
          { appliesWhen: broker, group: 'Handing over' },
        ),
        retention: duration('Kept for', { appliesWhen: handedOver, group: 'Handing over' }),
        deadLetter: yesNo('Is there a place for what cannot be read', {
          appliesWhen: broker,
          group: 'Handing over',
        }),
      },
      {
        itemNoun: 'connection',
        tier: 'core',
        group: 'Connections',
        summary: ['purpose', 'from', 'mode', 'to', 'sync', 'peakRate'],
      },
    ),
  },
});
