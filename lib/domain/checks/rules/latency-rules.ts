import { latencyBudget } from '../../calculators/latency-budget.ts';
import type { JsonObject } from '../../json.ts';
import { logNormalDistribution } from '../../stats/log-normal-distribution.ts';
import { logNormalSum } from '../../stats/log-normal-sum.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { quotedName, quotedNames } from '../words/item-name.ts';
import { everyLimit, LIMIT_READS, worstOf, type Limit } from '../readings/latency-limits.ts';
import {
  latencyOf,
  longestChain,
  onAverage,
  onlinePaths,
  openLatencies,
  PATH_READS,
  unlessCached,
  type ComponentReader,
  type OnlinePath,
} from '../readings/online-path.ts';
import type { Read } from '../reader.ts';
import { contradiction, gap, given, needed, notApplicable, pass, waits } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const DMLS = 'C. Huyen, Designing Machine Learning Systems (2022), chapter 1';

/** From this share on the mean of any latency that was ever measured lies below the percentile. */
const ABOVE_THE_MEAN = 0.9;

/** Whether the times of the steps fit what is allowed for the whole. */
export const latencyRules: readonly RuleDefinition[] = [
  {
    id: 'LAT-01',
    version: 1,
    title: 'An objective for the tail',
    severity: 'error',
    kind: 'gap',
    stage: 'framing',
    reads: ['serving.slo', 'serving.slo.percentile'],
    bounds: [],
    principle: 'A mean or a median hides the slow requests: 100, 99, 3,000 and 95 ms have a median of 99.5.',
    source: DMLS,
    check: tailObjective,
  },
  {
    id: 'LAT-02',
    version: 1,
    title: 'In time on a normal day',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...PATH_READS,
      ...LIMIT_READS,
      'serving.meanMs',
      'dataflow.components.latency.mean',
      'dataflow.components.latency.p50',
    ],
    bounds: [],
    principle: 'Means add up, whatever the distributions; what is too slow on average is too slow.',
    source: 'E(X + Y) = E(X) + E(Y); of branches side by side the mean of the slowest is at least each of their means',
    check(subject) {
      const pathAt = onlinePaths(subject);
      return [meansAddUp(subject, pathAt), worstOf(meanBelowLimits(subject)), mediansWithinLimits(subject, pathAt)];
    },
  },
  {
    id: 'LAT-03',
    version: 1,
    title: 'The steps together at the percentile',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [...PATH_READS, ...LIMIT_READS, 'dataflow.components.latency.p50', 'dataflow.components.latency.p99'],
    bounds: [],
    principle:
      'Percentiles of steps do not add up to that of the whole; independent steps are seldom all slow at once.',
    source: `${DMLS}; sums of log-normal times by L. F. Fenton (1960)`,
    check(subject) {
      const pathAt = onlinePaths(subject);
      return everyLimit(subject, (limit, allowed) => wholeWithin(subject, pathAt, limit, allowed));
    },
  },
  {
    id: 'LAT-04',
    version: 1,
    title: 'In time when all steps are slow together',
    severity: 'info',
    kind: 'contradiction',
    stage: 'design',
    reads: [...PATH_READS, ...LIMIT_READS, 'dataflow.components.latency.p50', 'dataflow.components.latency.p99'],
    bounds: [],
    principle: 'A long input, a pause or a cold cache slows several steps at once, and then their percentiles add up.',
    source: 'Quantiles of comonotone variables add up: M. Denuit et al., Actuarial Theory for Dependent Risks (2005)',
    check(subject) {
      const pathAt = onlinePaths(subject);
      return everyLimit(subject, (limit, allowed) => withinTogether(subject, pathAt, limit, allowed));
    },
  },
];

type PathAt = (isAtService: boolean) => OnlinePath;

function tailObjective({ read }: Subject): Outcome {
  const section = read.section('serving');
  const list = section.whole('slo');
  const percentiles = section.items('slo').map((objective) => objective.at('percentile'));
  if (percentiles.length === 0) {
    return needed([list], { message: 'No percentile limits the latency, and a mean would hide the slow requests.' });
  }
  if (percentiles.some(({ value }) => value !== undefined && value !== 'p50')) return pass;
  const open = percentiles.filter(({ value }) => value === undefined);
  if (open.length > 0) return waits(...open);
  return gap({
    severity: 'warning',
    ends: percentiles,
    message: 'Only the median is limited, and half of the requests may be as slow as they like.',
  });
}

function meansAddUp(subject: Subject, pathAt: PathAt): Outcome {
  const whole = subject.read.section('serving').at('meanMs');
  return given([whole], (measured) => {
    const path = pathAt(true);
    const chain = longestChain(path, 'mean', onAverage);
    if (chain.ms <= measured * (1 + 1e-9)) return settled([...path.open, ...openLatencies(path.components, 'mean')]);
    const times = slowestFirst(chain.components, 'mean');
    return contradiction({
      ends: [whole, ...times],
      message: `On average ${quotedNames(subject, chain.components)} ${verb(chain.components, 'takes', 'take')} ${duration(chain.ms)}, more than the ${shownValue(subject.read.worksheet, whole)} of the whole.`,
      numbers: [...timesUsed(subject, chain.components, 'mean'), durationUsed('Mean of the whole', measured, whole)],
      formula: 'Σ means along the longest chain of calls ≤ mean of the whole',
    });
  });
}

function meanBelowLimits(subject: Subject): Outcome | readonly Outcome[] {
  const mean = subject.read.section('serving').at('meanMs');
  return everyLimit(subject, (limit, allowed) =>
    given([mean], (measured) => {
      if (limit.share < ABOVE_THE_MEAN) return notApplicable;
      if (measured < allowed) return pass;
      const { worksheet } = subject.read;
      return contradiction({
        severity: 'warning',
        ends: [limit.ms, limit.percentile, mean],
        message: `The mean of ${shownValue(worksheet, mean)} leaves nothing of the ${shownValue(worksheet, limit.ms)} that ${nameOf(subject, limit)} may take.`,
        formula: `mean < ${nameOf(subject, limit)}`,
      });
    }),
  );
}

/** Against the tightest of the limits: all of them are about at least half of the requests. */
function mediansWithinLimits(subject: Subject, pathAt: PathAt): Outcome {
  return worstOf(
    everyLimit(subject, (limit, allowed) => {
      const path = pathAt(limit.isAtService);
      const chain = longestChain(path, 'p50', unlessCached);
      if (chain.ms <= allowed * (1 + 1e-9)) return settled([...path.open, ...openLatencies(path.components, 'p50')]);
      return contradiction({
        severity: 'warning',
        ends: [...slowestFirst(chain.components, 'p50'), limit.ms],
        message: `On a normal day ${quotedNames(subject, chain.components)} ${verb(chain.components, 'takes', 'take')} ${duration(chain.ms)} at p50, and ${nameOf(subject, limit)} of the whole may take ${shownValue(subject.read.worksheet, limit.ms)}.`,
        numbers: timesUsed(subject, chain.components, 'p50'),
        formula: `Σ p50 along the longest chain of calls ≤ ${nameOf(subject, limit)}`,
      });
    }),
  );
}

interface Estimate {
  readonly components: readonly ComponentReader[];
  readonly sum: number;
  /** If the steps are independent. */
  readonly estimate: number;
  /** If they are all slow at once. */
  readonly together: number;
}

/** The chain with the longest tail, at the percentile of the limit; what it waits for where a time is missing. */
function estimateAt(pathAt: PathAt, { share, isAtService }: Limit): Estimate | Outcome {
  const path = pathAt(isAtService);
  const open = [...path.open, ...openLatencies(path.components, 'p50', 'p99')];
  if (open.length > 0) return waits(...open);
  if (share === 1) return notApplicable;
  const { components } = longestChain(path, 'p99', unlessCached);
  const timed = components.filter((component) => latencyOf(component, 'p99').value !== undefined);
  const parts = timed.map((component) => ({
    p50: latencyOf(component, 'p50').value ?? 0,
    p99: latencyOf(component, 'p99').value ?? 0,
  }));
  if (parts.length === 0 || parts.some(({ p50, p99 }) => p50 <= 0 || p99 < p50)) return notApplicable;
  return {
    components: timed,
    sum: parts.reduce((sum, { p50 }) => sum + p50, 0),
    estimate: logNormalSum(parts).upperQuantile(1 - share),
    together: parts.reduce((sum, { p50, p99 }) => sum + logNormalDistribution(p50, p99).upperQuantile(1 - share), 0),
  };
}

function wholeWithin(subject: Subject, pathAt: PathAt, limit: Limit, allowed: number): Outcome {
  const whole = estimateAt(pathAt, limit);
  if ('outcome' in whole) return whole;
  // Where the medians alone are too much, LAT-02 says so.
  if (whole.sum > allowed) return notApplicable;
  if (whole.estimate <= allowed) return pass;
  const { components } = whole;
  return contradiction({
    ends: [limit.ms, limit.percentile, ...slowestFirst(components, 'p99')],
    message: `${quotedNames(subject, components)} ${verb(components, 'takes', 'together take')} about ${duration(whole.estimate)} at ${nameOf(subject, limit)}, and ${shownValue(subject.read.worksheet, limit.ms)} are allowed.`,
    numbers: [
      ...timesUsed(subject, components, 'p99'),
      durationUsed('Whole, if the steps are independent', rounded(whole.estimate)),
      durationUsed('Whole, if they are slow together', rounded(whole.together)),
    ],
    formula: `${nameOf(subject, limit)} of Σ log-normal(p50, p99) ≤ limit`,
    calculator: { id: latencyBudget.id, input: budgetInput(subject, components, limit.share, allowed) },
  });
}

function withinTogether(subject: Subject, pathAt: PathAt, limit: Limit, allowed: number): Outcome {
  const whole = estimateAt(pathAt, limit);
  if ('outcome' in whole) return whole;
  const { components, estimate, together } = whole;
  if (estimate > allowed) return notApplicable;
  if (together <= allowed * (1 + 1e-9)) return pass;
  return contradiction({
    ends: [limit.ms, limit.percentile, ...slowestFirst(components, 'p99')],
    message: `${quotedNames(subject, components)} keep ${shownValue(subject.read.worksheet, limit.ms)} at ${nameOf(subject, limit)} only while they are slow at different times: slow together they take ${duration(together)}.`,
    numbers: [
      ...timesUsed(subject, components, 'p99'),
      durationUsed('Whole, if the steps are independent', rounded(estimate)),
      durationUsed('Whole, if they are slow together', rounded(together)),
    ],
    formula: `Σ ${nameOf(subject, limit)} of the steps ≤ limit`,
    calculator: { id: latencyBudget.id, input: budgetInput(subject, components, limit.share, allowed) },
  });
}

function budgetInput(
  subject: Subject,
  components: readonly ComponentReader[],
  percentile: number,
  ms: number,
): JsonObject {
  return {
    stages: components.map((component) => ({
      // Two stages of one name are refused there, and two components may share one.
      name: component.id,
      distribution: {
        p50: latencyOf(component, 'p50').value ?? null,
        p99: latencyOf(component, 'p99').value ?? null,
      },
    })),
    slo: [{ percentile, ms }],
  };
}

function slowestFirst(components: readonly ComponentReader[], key: 'mean' | 'p50' | 'p99'): readonly Read<number>[] {
  return components
    .map((component) => latencyOf(component, key))
    .filter(({ value }) => value !== undefined)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
}

function timesUsed(subject: Subject, components: readonly ComponentReader[], key: 'mean' | 'p50' | 'p99') {
  return components.flatMap((component) => {
    const time = latencyOf(component, key);
    const name = `${key === 'mean' ? 'Mean' : key} of ${quotedName(subject, component)}`;
    return time.value === undefined ? [] : [durationUsed(name, time.value, time)];
  });
}

function nameOf({ read }: Subject, { percentile, share }: Limit): string {
  return share === 1 ? 'the slowest request' : shownValue(read.worksheet, percentile);
}

function settled(open: readonly Read[]): Outcome {
  return open.length > 0 ? waits(...open) : pass;
}

/** Digits beyond these are those of the approximation. */
function rounded(ms: number): number {
  return Number(ms.toPrecision(4));
}

function verb(of: readonly unknown[], one: string, several: string): string {
  return of.length === 1 ? one : several;
}
