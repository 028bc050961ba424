import { percentileKey } from '../../calculators/percentile-key.ts';
import { queue } from '../../calculators/queue.ts';
import { formatRate } from '../../quantities/rate.ts';
import { derivedValue } from '../readings/derived-value.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { everyLimit, LIMIT_READS, type Limit } from '../readings/latency-limits.ts';
import { counted, number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const LITTLE = 'J. D. C. Little, A proof for the queuing formula L = λW (1961)';
const CAPACITY_READS = [
  'serving.peakRps',
  'serving.meanMs',
  'serving.replicas',
  'serving.perReplicaConcurrency',
  'serving.batch.enabled',
] as const;
const MOST_WORKERS = 10_000;

/** Whether the workers of the service can take the peak. */
export const loadRules: readonly RuleDefinition[] = [
  {
    id: 'LAT-07',
    version: 1,
    title: 'Workers for the peak',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [...CAPACITY_READS, 'serving.targetUtilisation', 'serving.slo'],
    bounds: ['LAT-07.utilisation', 'LAT-07.workers'],
    principle:
      'Where as much work comes as can be done, the queue grows for as long as that lasts; near it, waits explode.',
    source: `${LITTLE}; L. Kleinrock, Queueing Systems (1975)`,
    check: utilisation,
  },
  {
    id: 'LAT-08',
    version: 1,
    title: 'Time left to wait for a worker',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [...CAPACITY_READS, ...LIMIT_READS],
    bounds: [],
    principle: 'What a request waits in the queue at the peak has to fit between its own work and the limit.',
    source: 'A. K. Erlang (1917); D. Gross et al., Fundamentals of Queueing Theory (2008), chapter 2',
    check: (subject) => everyLimit(subject, (limit, allowed) => waitWithin(subject, limit, allowed)),
  },
  {
    id: 'LAT-17',
    version: 1,
    title: 'One replica to spare',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...CAPACITY_READS,
      'serving.predictionMode',
      'serving.availabilitySlo',
      'serving.batch.maxSize',
      'serving.batch.serviceAlphaMs',
      'serving.batch.serviceTau0Ms',
    ],
    bounds: ['LAT-17.availability'],
    principle: 'A machine fails or is replaced at the peak, too; the others then have to take it.',
    source: 'B. Beyer et al. (eds.), Site Reliability Engineering (2016), on capacity planning with N + 1',
    check: oneToSpare,
  },
];

interface Workers {
  readonly peak: Read<number>;
  readonly mean: Read<number>;
  readonly replicas: Read<number>;
  readonly each: Read<number>;
}

function workersOf({ read }: Subject): Workers {
  const section = read.section('serving');
  return {
    peak: section.at('peakRps'),
    mean: section.at('meanMs'),
    replicas: section.at('replicas'),
    each: section.at('perReplicaConcurrency'),
  };
}

/** A server that gathers batches works on many requests at once; `batching-rules` judge it. */
function isBatching({ read }: Subject): boolean {
  return read.section('serving').group('batch').at('enabled').value === true;
}

function utilisation(subject: Subject): Outcome {
  if (isBatching(subject)) return notApplicable;
  const { peak, mean, replicas, each } = workersOf(subject);
  const target = subject.read.section('serving').at('targetUtilisation');
  return given([peak, mean, replicas, each], (rate, ms, count, concurrency) => {
    const atOnce = derivedValue(subject, 'requests-at-once');
    const workers = count * concurrency;
    if (atOnce === undefined || rate === 0 || ms === 0) return notApplicable;
    const busy = workers === 0 ? Number.POSITIVE_INFINITY : atOnce / workers;
    const common = {
      numbers: [
        numberUsed('Requests in progress at peak', atOnce, { symbol: 'L = λW' }),
        numberUsed('Workers', workers, { symbol: 'c' }),
      ],
      remedy: {
        label: `Use ${counted(Math.floor(atOnce / concurrency) + 1, 'replica')} or more`,
      },
    };
    const work = `At ${rateOf(rate)} of ${shownValue(subject.read.worksheet, mean)} each, ${number(atOnce)} requests are in progress`;
    if (busy >= 1) {
      return contradiction({
        ends: [replicas, each, peak, mean],
        message: `${work}, and the replicas work on ${number(workers)}: the queue grows for as long as the peak lasts.`,
        formula: 'λ · W < replicas · concurrency',
        ...common,
      });
    }
    const allowed = target.value ?? allowedWithoutTarget(subject, workers);
    if (allowed === undefined || busy <= allowed * (1 + 1e-9)) return pass;
    return contradiction({
      severity: 'warning',
      ends: [...(target.value === undefined ? [] : [target]), replicas, each, peak, mean],
      message: `At peak ${percent(busy)} of the workers are busy, more than the ${percent(allowed)} ${target.value === undefined ? 'that a few of them can be without long waits' : 'aimed at'}.`,
      ...common,
      numbers: [...common.numbers, shareUsed('Utilisation at peak', busy, { symbol: 'ρ' })],
      formula: 'λ · W / (replicas · concurrency) ≤ utilisation aimed at',
      remedy: { label: `Use ${counted(atOnce / (allowed * concurrency), 'replica')}` },
    });
  });
}

/** A rule of thumb for few workers, and only where no limit says how long a request may wait. */
function allowedWithoutTarget({ read, profile }: Subject, workers: number): number | undefined {
  const hasLimit = read.section('serving').whole('slo').state === 'answered';
  return hasLimit || workers > profile['LAT-07.workers'] ? undefined : profile['LAT-07.utilisation'];
}

function waitWithin(subject: Subject, limit: Limit, allowed: number): Outcome {
  if (isBatching(subject) || limit.share === 1) return notApplicable;
  const { peak, mean, replicas, each } = workersOf(subject);
  return given([peak, mean, replicas, each], (rate, ms, count, concurrency) => {
    const [servers, left] = [count * concurrency, allowed - ms];
    if (rate === 0 || ms === 0 || left <= 0 || servers < 1 || servers > MOST_WORKERS) return notApplicable;
    const input = {
      arrivalRate: rate,
      serviceTime: ms / 1000,
      servers,
      waitTarget: left / 1000,
      targetLevel: limit.share,
      cv: 1,
      percentiles: [limit.share],
    };
    const { waitPercentiles, serversForTarget } = queue.compute(input);
    const wait = 1000 * (waitPercentiles?.[percentileKey(limit.share)] ?? 0);
    // A queue that is not stable has no percentile; LAT-07 says so.
    if (waitPercentiles === null) return notApplicable;
    if (wait <= left) return pass;
    const { worksheet } = subject.read;
    const percentile = shownValue(worksheet, limit.percentile);
    return contradiction({
      ends: [limit.ms, limit.percentile, replicas, each, peak, mean],
      message: `At peak a request waits ${duration(wait)} for a worker at ${percentile}, and ${duration(left)} of ${shownValue(worksheet, limit.ms)} are left beside its own ${shownValue(worksheet, mean)}.`,
      numbers: [
        numberUsed('Workers', servers, { symbol: 'c' }),
        durationUsed('Wait at the percentile', Number(wait.toPrecision(4))),
        durationUsed('Time left to wait', left),
      ],
      formula: 'M/M/c: wait at the percentile ≤ limit − mean',
      ...(serversForTarget === null
        ? {}
        : {
            remedy: {
              label: `Use ${counted(serversForTarget / concurrency, 'replica')}`,
              path: replicas.path,
              value: Math.ceil(serversForTarget / concurrency),
            },
          }),
      calculator: { id: queue.id, input },
    });
  });
}

function oneToSpare(subject: Subject): Outcome {
  const section = subject.read.section('serving');
  const { peak, mean, replicas, each } = workersOf(subject);
  // A device has no other to fall back on.
  if (section.at('predictionMode').value === 'edge') return notApplicable;
  return given([replicas], (count) => {
    if (count <= 1) return singleReplica(subject, replicas);
    const batch = section.group('batch');
    if (isBatching(subject)) {
      const parts = [batch.at('maxSize'), batch.at('serviceAlphaMs'), batch.at('serviceTau0Ms')] as const;
      return given([peak, ...parts], () => {
        const [now, left, most] = [
          derivedValue(subject, 'peak-per-replica'),
          derivedValue(subject, 'peak-per-replica-left'),
          derivedValue(subject, 'batch-capacity'),
        ];
        // Where all of them are not enough, LAT-06 says so.
        if (now === undefined || left === undefined || most === undefined || now >= most) return notApplicable;
        return left < most
          ? pass
          : noneToSpare(subject, `each of the others gets ${rateOf(left)} and answers ${rateOf(most)}`, [
              replicas,
              peak,
              ...parts,
            ]);
      });
    }
    return given([peak, mean, each], (_, __, concurrency) => {
      const atOnce = derivedValue(subject, 'requests-at-once');
      // Where all of them are not enough, LAT-07 says so.
      if (atOnce === undefined || atOnce >= count * concurrency) return notApplicable;
      const left = (count - 1) * concurrency;
      return atOnce < left
        ? pass
        : noneToSpare(
            subject,
            `the others work on ${number(left)} requests at once, and ${number(atOnce)} are in progress`,
            [replicas, each, peak, mean],
          );
    });
  });
}

function singleReplica(subject: Subject, replicas: Read<number>): Outcome {
  const objective = subject.read.section('serving').at('availabilitySlo');
  return given([objective], (availability) =>
    availability < subject.profile['LAT-17.availability']
      ? pass
      : contradiction({
          ends: [replicas, objective],
          message: `A single replica is to be available ${shownValue(subject.read.worksheet, objective)} of the time, and nothing answers while it is replaced.`,
          remedy: { label: 'Use 2 replicas or more', path: replicas.path, value: 2 },
        }),
  );
}

function noneToSpare(subject: Subject, why: string, ends: readonly Read<number>[]): Outcome {
  return contradiction({
    ends,
    message: `When one replica is lost at the peak, ${why}.`,
    formula: 'peak < capacity with one replica less',
  });
}

function rateOf(perSecond: number): string {
  return formatRate(perSecond, 'second', 'sentence');
}
