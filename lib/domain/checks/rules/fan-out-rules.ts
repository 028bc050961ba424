import { fanOut } from '../../calculators/fan-out.ts';
import type { ConnectionItem } from '../../worksheets/all-sections.ts';
import { logNormalDistribution } from '../../stats/log-normal-distribution.ts';
import { quotedName } from '../words/item-name.ts';
import { everyLimit, LIMIT_READS, worstOf, type Limit } from '../readings/latency-limits.ts';
import { number, numberUsed, percent, shareUsed } from '../words/number-words.ts';
import { latencyOf, type ComponentReader } from '../readings/online-path.ts';
import type { Read, Reader } from '../reader.ts';
import { contradiction, given, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

/** Whether a request that waits for many calls meets a slow one too often. */
export const fanOutRules: readonly RuleDefinition[] = [
  {
    id: 'LAT-05',
    version: 2,
    title: 'Many calls at once, all in time',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...LIMIT_READS,
      'dataflow.components',
      'dataflow.components.onOnlinePath',
      'dataflow.components.latency.p50',
      'dataflow.components.latency.p95',
      'dataflow.components.latency.p99',
      'dataflow.components.latency.p999',
      'dataflow.edges',
      'dataflow.edges.from',
      'dataflow.edges.to',
      'dataflow.edges.sync',
      'dataflow.edges.fanout',
      'dataflow.edges.cacheHit',
    ],
    bounds: [],
    principle:
      'A request that waits for 100 calls, each slow once in 100 times, meets a slow one in 63 cases of 100; each call has to keep the limit at p99.99.',
    source: 'J. Dean and L. A. Barroso, The tail at scale, Communications of the ACM 56 (2013)',
    check(subject) {
      const section = subject.read.section('dataflow');
      const edges = section.items('edges');
      const components = new Map(section.items('components').map((component) => [component.id, component]));
      if (edges.length === 0) return waits(section.whole('edges'));
      return edges.map((edge) => callsInTime(subject, edge, components));
    },
  },
];

type ComponentsById = ReadonlyMap<string, ComponentReader>;

/** Only where a request waits for the caller: a nightly job may wait as long as it likes. */
function callsInTime(subject: Subject, edge: Reader<ConnectionItem>, components: ComponentsById): Outcome {
  const [fanout, sync] = [edge.at('fanout'), edge.at('sync')];
  if (fanout.value === 1 || sync.value === false) return notApplicable;
  return given([fanout, sync, edge.at('from'), edge.at('to')], (calls, _, fromId, toId) => {
    const [caller, called] = [components.get(fromId), components.get(toId)];
    if (caller === undefined || called === undefined) return notApplicable;
    return given([caller.at('onOnlinePath')], (isOnline) =>
      isOnline
        ? worstOf(everyLimit(subject, (limit, ms) => oneLimit(subject, { edge, called, calls, limit, ms })))
        : notApplicable,
    );
  });
}

interface Case {
  readonly edge: Reader<ConnectionItem>;
  readonly called: ComponentReader;
  readonly calls: number;
  readonly limit: Limit;
  readonly ms: number;
}

function oneLimit(subject: Subject, { edge, called, calls, limit, ms }: Case): Outcome {
  if (limit.share === 1) return notApplicable;
  const cached = edge.at('cacheHit').value ?? 0;
  const slowest = (late: number): number => (1 - cached) * late;
  const needed = fanOut.compute({ slowProbability: 0, fanout: calls, target: limit.share }).leafSlowProbability ?? 0;
  const { atLeast, atMost, from } = lateCalls(called, ms);
  if (slowest(atMost) <= needed * (1 + 1e-9)) return pass;
  const isSure = slowest(atLeast) > needed * (1 + 1e-9);
  const [p50, p99] = [latencyOf(called, 'p50'), latencyOf(called, 'p99')];
  if (!isSure && (p50.value === undefined || p99.value === undefined)) {
    return given([p50, p99], () => pass);
  }
  if (!isSure && !isPlausible(p50.value, p99.value)) return notApplicable;
  const late = isSure ? atLeast : 1 - logNormalDistribution(p50.value ?? 1, p99.value ?? 1).cdf(ms);
  const slowProbability = slowest(late);
  if (slowProbability <= needed) return pass;
  const { anySlow } = fanOut.compute({ slowProbability, fanout: calls });
  const shown = (read: Read): string => shownValue(subject.read.worksheet, read);
  return contradiction({
    severity: isSure ? 'error' : 'warning',
    ends: [edge.at('fanout'), ...(isSure ? from : [p99, p50]), limit.ms, limit.percentile],
    message: `With ${number(calls)} calls to ${quotedName(subject, called)}, ${isSure ? 'at least' : 'about'} ${percent(anySlow)} of requests wait longer than ${shown(limit.ms)} for one of them, and ${shown(limit.percentile)} allows ${percent(1 - limit.share)}.`,
    numbers: [
      numberUsed('Calls for each request', calls, { symbol: 'N', from: edge.at('fanout') }),
      shareUsed('Share of calls that are late', slowProbability, { symbol: 'p' }),
      shareUsed('Share of calls that may be late', needed),
    ],
    formula: 'p ≤ 1 − q^(1/N)',
    calculator: { id: fanOut.id, input: { slowProbability, fanout: calls, target: limit.share } },
  });
}

function isPlausible(p50: number | undefined, p99: number | undefined): boolean {
  return p50 !== undefined && p99 !== undefined && p50 > 0 && p99 >= p50;
}

interface Late {
  /** Shares of calls that take longer than the limit, as far as measured percentiles say it. */
  readonly atLeast: number;
  readonly atMost: number;
  /** The percentile that shows how many are late. */
  readonly from: readonly Read<number>[];
}

function lateCalls(called: ComponentReader, ms: number): Late {
  const measured = [
    { late: 0.5, read: latencyOf(called, 'p50') },
    { late: 0.05, read: latencyOf(called, 'p95') },
    { late: 0.01, read: latencyOf(called, 'p99') },
    { late: 0.001, read: latencyOf(called, 'p999') },
  ].filter(({ read }) => read.value !== undefined);
  const beyond = measured.find(({ read }) => (read.value ?? 0) > ms);
  const within = measured.findLast(({ read }) => (read.value ?? 0) <= ms);
  return {
    atLeast: beyond?.late ?? 0,
    atMost: within?.late ?? 1,
    from: beyond === undefined ? [] : [beyond.read],
  };
}
