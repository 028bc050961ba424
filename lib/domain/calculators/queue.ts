import { formatDuration } from '../quantities/duration.ts';
import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { erlangB, withOneMoreServer } from '../stats/erlang-b.ts';
import { erlangC } from '../stats/erlang-c.ts';
import { queueResponseQuantile } from '../stats/queue-response-quantile.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import { MOST_SERVERS } from './most-servers.ts';
import { byPercentile, percentileKey, percentileName } from './percentile-key.ts';
import type { QueueInput, QueueOutput } from './queue-contract.ts';

export const queue = defineCalculation({
  id: 'queue',
  title: 'How long requests wait for a server',
  question: 'At this load and with so many servers, how long do requests wait, and how many servers keep the target?',
  example: {
    arrivalRate: 80,
    serviceTime: 0.1,
    servers: 10,
    waitTarget: 0.05,
    targetLevel: 0.95,
    cv: 1,
    percentiles: [0.5, 0.9, 0.99],
  },
  formula:
    'a = λs, ρ = a/c; B(0) = 1, B(k) = aB(k−1) / (k + aB(k−1)); C = B / (1 − ρ(1 − B)); mean wait = C·s/(c − a) · (1 + cv²)/2; P(wait > t) = C·e^(−(c − a)t/s · 2/(1 + cv²)); P(response > t) = e^(−t/s) (1 + C (1 − e^(−dt/s)) / d), d = c − 1 − a.',
  sources: [
    'A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges (1917)',
    'D. Gross et al., Fundamentals of Queueing Theory (2008), chapter 2',
    'A. O. Allen, Probability, Statistics, and Queueing Theory (1990), on the approximation of Allen and Cunneen',
  ],
  sql: sqlByDialect(
    ({ table, secondsSpanned }) =>
      `SELECT\n  (COUNT(*) - 1) / NULLIF(${secondsSpanned('started_at')}, 0) AS arrival_rate,\n  AVG(service_seconds) AS service_time,\n  STDDEV_SAMP(service_seconds) / NULLIF(AVG(service_seconds), 0) AS cv\nFROM ${table('requests')}\n-- started_at: when a request came. service_seconds: the work on it, without its wait. Take an hour of peak load.`,
  ),

  compute(given: QueueInput): QueueOutput {
    const { arrivalRate, serviceTime, servers, percentiles } = given;
    const load = arrivalRate * serviceTime;
    const blocked = erlangB(servers, load);
    const found = serversForTarget(given, load);
    const always = {
      offeredLoad: load,
      utilisation: load / servers,
      erlangB: blocked,
      serversForTarget: found,
      assumptions: assumptionsOf(given),
    };
    if (load >= servers) {
      const notes = [`The queue is not stable: ${moreThan(load, servers)}, so waits grow for as long as this lasts.`];
      return { ...always, ...nothingSettles, notes: [...notes, ...targetNotes(given, found)] };
    }
    const waits = erlangC(blocked, servers, load);
    const spread = spreadOf(given);
    const meanWait = ((waits * serviceTime) / (servers - load)) * spread;
    const exact = given.cv === 1;
    return {
      ...always,
      stable: true,
      erlangC: waits,
      meanQueueLength: arrivalRate * meanWait,
      meanWait,
      meanResponse: meanWait + serviceTime,
      waitPercentiles: byPercentile(percentiles, (share) =>
        Math.max(0, (Math.log(waits / (1 - share)) * spread * serviceTime) / (servers - load)),
      ),
      responsePercentiles: exact
        ? byPercentile(percentiles, (share) => serviceTime * queueResponseQuantile(share, { waits, servers, load }))
        : null,
      serviceLevel: given.waitTarget === undefined ? null : inTime(given, given.waitTarget, servers, load, waits),
      inSystem: arrivalRate * (meanWait + serviceTime),
      notes: [
        ...(exact
          ? []
          : [
              'Percentiles of the response are not defined: they take the whole distribution of service times, and cv alone does not say it.',
            ]),
        ...targetNotes(given, found),
      ],
    };
  },

  interpretation({ servers, serviceTime, waitTarget, targetLevel, percentiles }, result): string[] {
    const percent = (share: number): string => formatPercentage(share, 'sentence');
    const time = (seconds: number): string => formatDuration(1000 * seconds, 'sentence');
    const count = (value: number): string => formatNumber(value, 'sentence');
    const sentences = result.stable
      ? [
          `On average ${count(result.offeredLoad)} of ${serverCount(servers)} are busy: ${percent(result.utilisation)} of the time.`,
        ]
      : [];
    if (result.erlangC !== null && result.meanWait !== null && result.meanResponse !== null) {
      sentences.push(
        `${percent(result.erlangC)} of the requests wait; over all of them the wait is ${time(result.meanWait)} on average, and the response ${time(result.meanResponse)}.`,
      );
    }
    const last = Math.max(...percentiles);
    const slow = result.responsePercentiles?.[percentileKey(last)];
    if (slow !== undefined) {
      sentences.push(
        `The response at ${percentileName(last)} is ${time(slow)}, ${count(slow / serviceTime)} times the service.`,
      );
    }
    if (waitTarget !== undefined && result.serviceLevel !== null) {
      sentences.push(`${percent(result.serviceLevel)} wait no longer than ${time(waitTarget)}.`);
    }
    if (waitTarget !== undefined && result.serversForTarget !== null) {
      sentences.push(
        `For ${percent(targetLevel)} to wait no longer than ${time(waitTarget)} takes ${serverCount(result.serversForTarget)}.`,
      );
    }
    return [...sentences, ...result.notes];
  },
});

/** What has no value when work comes faster than it is done. */
const nothingSettles = {
  stable: false,
  erlangC: null,
  meanQueueLength: null,
  meanWait: null,
  meanResponse: null,
  waitPercentiles: null,
  responsePercentiles: null,
  serviceLevel: null,
  inSystem: null,
} as const;

function moreThan(load: number, servers: number): string {
  const comes = formatNumber(load, 'sentence');
  return load === servers
    ? `as much work comes as ${serverCount(servers)} can do`
    : `${comes} seconds of work come each second, and ${serverCount(servers)} ${servers === 1 ? 'does' : 'do'} ${formatNumber(servers, 'sentence')}`;
}

function serverCount(servers: number): string {
  return `${formatNumber(servers, 'table')} ${servers === 1 ? 'server' : 'servers'}`;
}

/** How much longer waits are than with exponential service times. */
function spreadOf({ cv }: QueueInput): number {
  return (1 + cv * cv) / 2;
}

/** Share that waits no longer than the target. */
function inTime(given: QueueInput, target: number, servers: number, load: number, waits: number): number {
  return 1 - waits * Math.exp((-(servers - load) * target) / (given.serviceTime * spreadOf(given)));
}

/** The recursion yields every number of servers on its way, so the search costs no more than one evaluation. */
function serversForTarget(given: QueueInput, load: number): number | null {
  const { waitTarget, targetLevel } = given;
  if (waitTarget === undefined) return null;
  let blocked = 1;
  for (let servers = 1; servers <= MOST_SERVERS; servers += 1) {
    blocked = withOneMoreServer(blocked, servers, load);
    if (servers > load && inTime(given, waitTarget, servers, load, erlangC(blocked, servers, load)) >= targetLevel) {
      return servers;
    }
  }
  return null;
}

function targetNotes({ waitTarget }: QueueInput, found: number | null): string[] {
  return waitTarget === undefined || found !== null
    ? []
    : ['serversForTarget is not defined: more than a hundred thousand servers would be needed.'];
}

function assumptionsOf({ cv, servers }: QueueInput): string[] {
  const shape =
    cv === 1
      ? 'Service times are exponential: their standard deviation is as large as their mean.'
      : servers === 1
        ? 'The mean wait is exact for any service times with this cv (Pollaczek and Khinchine); the percentiles of the wait are an approximation that is good at high load.'
        : 'Waits with cv other than 1 are the approximation of Allen and Cunneen, good at high load.';
  return [
    'Requests come independently of one another (Poisson), wait in one line and never leave it; all servers are alike.',
    shape,
    'Arrival rate and service time stay the same: bursts and retries make waits longer than this.',
  ];
}
