import type { Worksheet } from '../../worksheets/all-sections.ts';
import { latencyPercentiles } from '../../worksheets/sections/serving-options.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import {
  componentsById,
  everyConnection,
  type ComponentsById,
  type ConnectionReader,
} from '../readings/flow-reading.ts';
import { quotedName } from '../words/item-name.ts';
import { number, percent, shareUsed } from '../words/number-words.ts';
import { isOpen } from '../readings/open-answers.ts';
import type { Read, Reader } from '../reader.ts';
import { contradiction, gap, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

type LatencyObjective = Reader<Worksheet['serving']['slo'][number]>;

interface Percentile {
  readonly key: 'p50' | 'p95' | 'p99' | 'p999';
  /** Share of requests within. */
  readonly within: number;
}

/** Percentiles that an objective and the time of a component have in common. */
const percentiles: Readonly<Partial<Record<keyof typeof latencyPercentiles, Percentile>>> = {
  p50: { key: 'p50', within: 0.5 },
  p95: { key: 'p95', within: 0.95 },
  p99: { key: 'p99', within: 0.99 },
  'p99-9': { key: 'p999', within: 0.999 },
};

/** What waiting for a database leaves of the time that there is. */
export const flowLatencyRules: readonly RuleDefinition[] = [
  {
    id: 'FLW-01',
    version: 1,
    title: 'A database on a path that has to be fast',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      'dataflow.components.kind',
      'dataflow.components.onOnlinePath',
      'dataflow.components.latency.p50',
      'dataflow.components.latency.p95',
      'dataflow.components.latency.p99',
      'dataflow.components.latency.p999',
      'dataflow.edges',
      'dataflow.edges.from',
      'dataflow.edges.to',
      'dataflow.edges.mode',
      'dataflow.edges.sync',
      'dataflow.edges.cacheHit',
      'serving.slo',
      'serving.slo.percentile',
      'serving.slo.ms',
      'serving.slo.scope',
    ],
    bounds: ['FLW-01.share', 'FLW-01.strict'],
    principle: 'Every request pays for the slowest thing that it waits for, and reading from a database can be that.',
    source: 'C. Huyen, Designing Machine Learning Systems (2022), chapter 3',
    check(subject) {
      const components = componentsById(subject);
      return everyConnection(subject, (connection) => databaseOnPath(subject, connection, components));
    },
  },
];

function databaseOnPath(subject: Subject, connection: ConnectionReader, components: ComponentsById): Outcome {
  const [mode, sync] = [connection.at('mode'), connection.at('sync')];
  return given([mode], (how) => {
    if (how !== 'database') return notApplicable;
    return given([sync], (isSync) => {
      if (!isSync) return notApplicable;
      const ends = [connection.at('from'), connection.at('to')] as const;
      return given(ends, (fromId, toId) => {
        const [from, to] = [components.get(fromId), components.get(toId)];
        if (from === undefined || to === undefined) return notApplicable;
        return given([from.at('onOnlinePath')], (isOnline) => {
          if (!isOnline) return notApplicable;
          const database = [to, from].find((component) => component.at('kind').value === 'database');
          return withinObjectives(subject, connection, database?.group('latency'));
        });
      });
    });
  });
}

interface Hop {
  /** The objective, of the same percentile as the time. */
  readonly limit: Read<number>;
  readonly time: Read<number> | undefined;
  readonly percentile: string;
}

function withinObjectives(subject: Subject, connection: ConnectionReader, latency: LatencyReader | undefined): Outcome {
  const serving = subject.read.section('serving');
  const objectives = serving.items('slo');
  if (objectives.length === 0) return waits(serving.whole('slo'));
  const answeredByCache = connection.at('cacheHit').value ?? 0;
  const hops = objectives.flatMap((objective) => hopsOf(objective, latency, answeredByCache));
  if (hops.length === 0) {
    const open = objectives.flatMap((objective) => [objective.at('percentile'), objective.at('ms')].filter(isOpen));
    return open.length > 0 ? waits(...open) : notApplicable;
  }
  const [worst] = hops.filter(({ time }) => time?.value !== undefined).toSorted((a, b) => shareOf(b) - shareOf(a));
  return worst === undefined ? unknownTime(subject, connection, hops) : shareOfObjective(subject, connection, worst);
}

type LatencyReader = Reader<Worksheet['dataflow']['components'][number]['latency']>;

/** None for an objective of the model alone, or of a percentile whose requests a cache answers. */
function hopsOf(objective: LatencyObjective, latency: LatencyReader | undefined, answeredByCache: number): Hop[] {
  const [named, limit] = [objective.at('percentile').value, objective.at('ms')];
  const shared = named === undefined ? undefined : percentiles[named];
  if (named === undefined || shared === undefined || limit.value === undefined) return [];
  if (objective.at('scope').value === 'model' || answeredByCache >= shared.within) return [];
  return [{ limit, time: latency?.at(shared.key), percentile: latencyPercentiles[named] }];
}

function shareOf({ time, limit }: Hop): number {
  return (time?.value ?? 0) / (limit.value ?? Infinity);
}

function shareOfObjective(subject: Subject, connection: ConnectionReader, hop: Hop): Outcome {
  const { time, limit, percentile } = hop;
  if (time === undefined) return notApplicable;
  const most = subject.profile['FLW-01.share'];
  return given([time, limit], (took, allowed) => {
    if (took <= most * allowed) return pass;
    const share = took / allowed;
    return contradiction({
      // Whoever waits for all of it cannot be faster; what is below leaves the rest to everything else.
      severity: took > allowed ? 'error' : 'warning',
      ends: [time, limit, connection.at('mode')],
      message: `${quotedName(subject, connection)} waits for a database whose ${percentile} of ${duration(took)} is ${percent(share)} of the ${duration(allowed)} that the whole may take.`,
      numbers: [
        durationUsed(`${percentile} of the database`, took, time),
        durationUsed('Objective', allowed, limit),
        shareUsed('Share of the objective', share),
      ],
      formula: `${percentile} of the database ≤ ${number(most)} · objective`,
    });
  });
}

function unknownTime(subject: Subject, connection: ConnectionReader, hops: readonly Hop[]): Outcome {
  const [tightest] = hops.toSorted((a, b) => (a.limit.value ?? 0) - (b.limit.value ?? 0));
  if (tightest === undefined) return notApplicable;
  const { time, limit } = tightest;
  const allowed = limit.value ?? Infinity;
  if (time !== undefined && (time.state !== 'blank' || time.blockedBy !== undefined)) {
    return isOpen(time) ? waits(time) : notApplicable;
  }
  if (allowed > subject.profile['FLW-01.strict']) return time === undefined ? notApplicable : waits(time);
  return gap({
    severity: 'warning',
    ends: [time ?? connection.at('mode'), limit],
    message: `${quotedName(subject, connection)} waits for a database on a path of ${duration(allowed)}, and how long that takes is not stated.`,
    formula: `stated where the objective ≤ ${duration(subject.profile['FLW-01.strict'])}`,
  });
}
