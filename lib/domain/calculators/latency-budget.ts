import { AppError } from '../errors.ts';
import { formatDuration } from '../quantities/duration.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { anyOf } from '../stats/any-of-many.ts';
import { quantileRanks } from '../stats/quantile-ranks.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import type { LatencyBudgetInput, LatencyBudgetOutput } from './latency-budget-contract.ts';
import { type WholeQuantile, closedForm } from './latency-closed-form.ts';
import { convolvedQuantile } from './latency-convolution.ts';
import { type LatencyPlan, endOfPlan, latencyPlan } from './latency-plan.ts';
import { type Simulated, simulateLatency } from './latency-simulation.ts';
import { latencyTable } from './latency-table.ts';
import { byPercentile, percentileKey } from './percentile-key.ts';
import type { OnProgress } from './progress.ts';
import { type StageTime, stageTime } from './stage-distribution.ts';

type Method = LatencyBudgetOutput['method'];

const USUAL = [0.5, 0.9, 0.95, 0.99, 0.999];
/** Times kept by a simulation: 24 megabytes. */
const MOST_DRAWN = 3_000_000;

const EXAMPLE: LatencyBudgetInput = {
  stages: [
    { name: 'Features', distribution: { p50: 5, p99: 20 }, fanout: 1, retries: 0 },
    { name: 'Model', distribution: { p50: 10, p99: 40 }, fanout: 1, retries: 0 },
    { name: 'Ranking', distribution: { p50: 30, p99: 90 }, fanout: 1, retries: 0 },
  ],
  slo: [{ percentile: 0.99, ms: 100 }],
  samples: 200_000,
  seed: 1,
};

export const latencyBudget = defineCalculation({
  id: 'latency-budget',
  title: 'What the latencies of the steps make together',
  question: 'A request goes through these steps. How long does it take at p99, and which step is to blame?',
  example: EXAMPLE,
  formula:
    'One after another: the convolution of the steps; side by side, and n calls at once: Π P(Xᵢ ≤ t); log-normal from p50 and p99: σ = ln(p99 / p50) / 2.3263; gamma from mean and sd: shape (mean/sd)². Safe bound for k steps: each at its quantile 1 − (1 − q)/k.',
  sources: [
    'J. Dean and L. A. Barroso, The tail at scale, Communications of the ACM 56 (2013)',
    'C. E. Bonferroni (1936), on the bound that needs no independence',
    'C. Huyen, Designing Machine Learning Systems (2022), chapter 1, on averages and percentiles',
  ],
  sql: sqlByDialect(
    ({ table, quantile }) =>
      `SELECT\n  stage AS name,\n  ${quantile('duration_ms', 0.5)} AS p50,\n  ${quantile('duration_ms', 0.99)} AS p99\nFROM ${table('spans')}\nWHERE duration_ms IS NOT NULL\nGROUP BY stage`,
  ),
  tables: [latencyTable],

  compute(given: LatencyBudgetInput, onProgress?: OnProgress): LatencyBudgetOutput {
    const plan = latencyPlan(given.stages);
    const stages = given.stages.map((stage, index) => stageTime(stage, `stages.${index}`));
    if (given.samples * stages.length > MOST_DRAWN) {
      const most = Math.floor(MOST_DRAWN / stages.length);
      throw new AppError('bad-input', `samples must be at most ${most} with ${stages.length} stages.`, {
        path: 'samples',
      });
    }
    const simulated = simulateLatency(
      plan,
      stages.map(({ draw }) => draw),
      given.samples,
      given.seed,
      onProgress,
    );
    const shares = [...new Set([...USUAL, ...(given.slo ?? []).map(({ percentile }) => percentile)])].sort(
      (a, b) => b - a,
    );
    const union = (share: number): number => atQuantiles(plan, stages, (1 - share) / stages.length);
    const { method, quantile } = quantileOf(plan, stages, union, simulated);
    const percentiles = byPercentile(shares, (share) => quantile(1 - share));
    const means = stages.map(({ mean }) => mean);
    const exactMean = plan.series?.length === stages.length && means.every((mean) => mean !== null);
    const failures = stages.flatMap(({ failureProbability }) => failureProbability ?? []);
    const rising = shares.toReversed();
    return {
      method,
      percentiles: byPercentile(rising, (share) => percentiles[percentileKey(share)] ?? 0),
      simulated: byPercentile(rising, (share) => simulatedQuantile(simulated, share)),
      mean: exactMean ? means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0) : simulated.all.whole,
      meanError: exactMean ? 0 : simulated.meanError,
      sumOfPercentiles: byPercentile(rising, (share) => atQuantiles(plan, stages, 1 - share)),
      unionBound: byPercentile(rising, union),
      slo: (given.slo ?? []).map(({ percentile, ms }) => {
        const value = percentiles[percentileKey(percentile)] ?? 0;
        const unsure = method === 'simulation' && holds(simulatedQuantile(simulated, percentile).interval, ms);
        return {
          percentile,
          ms,
          value,
          met: unsure ? null : value <= ms,
          slack: ms - value,
          safe: union(percentile) <= ms,
        };
      }),
      contributions: given.stages.map(({ name }, index) => ({
        name,
        startMs: simulated.all.start[index] ?? 0,
        meanMs: simulated.all.time[index] ?? 0,
        tailStartMs: simulated.slowest.start[index] ?? 0,
        tailMs: simulated.slowest.time[index] ?? 0,
        tailShare: simulated.slowest.share[index] ?? 0,
      })),
      tailMean: simulated.slowest.whole,
      failureProbability: failures.length === 0 ? null : anyOf(failures),
      assumptions: assumptionsOf(given, method),
      notes: notesOf(given, method),
    };
  },

  interpretation({ stages }, result): string[] {
    const time = (ms: number): string => formatDuration(ms, 'sentence');
    const percent = (share: number): string => formatPercentage(share, 'sentence');
    const at = (record: Readonly<Record<string, number>>): string => time(record['p99'] ?? 0);
    const sentences = [
      `If the steps are independent, the whole takes ${time(result.percentiles['p50'] ?? 0)} at p50 and ${at(result.percentiles)} at p99.`,
    ];
    if (stages.length > 1) {
      sentences.push(
        `Their p99s add up to ${at(result.sumOfPercentiles)}, which is neither right nor safe; however they depend on one another, 99\u202f% end within ${at(result.unionBound)}.`,
      );
    }
    for (const { percentile, ms, met, slack, safe } of result.slo) {
      const target = `${percent(percentile)} within ${time(ms)}`;
      const verdict =
        met === null
          ? 'too close to tell from so many samples'
          : met
            ? `met, with ${time(slack)} to spare${safe ? ', however the steps depend on one another' : ''}`
            : `missed by ${time(-slack)}`;
      sentences.push(`${target}: ${verdict}.`);
    }
    const [worst] = result.contributions.toSorted((a, b) => b.tailShare - a.tailShare);
    if (worst !== undefined && stages.length > 1) {
      sentences.push(
        `The slowest 1\u202f% take ${time(result.tailMean)} on average, and ${percent(worst.tailShare)} of that is ${worst.name}.`,
      );
    }
    if (result.failureProbability !== null) {
      sentences.push(`${percent(result.failureProbability)} of requests meet a call that times out for good.`);
    }
    return [...sentences, ...result.notes];
  },
});

function quantileOf(
  plan: LatencyPlan,
  stages: readonly StageTime[],
  union: (share: number) => number,
  { times }: Simulated,
): { method: Method; quantile: WholeQuantile } {
  const { series } = plan;
  const oneByOne = series !== null && series.length === stages.length;
  const formula = oneByOne ? closedForm(stages) : null;
  if (formula !== null) return { method: 'closed form', quantile: formula };
  if (series === null) {
    return { method: 'simulation', quantile: (upper) => times[rankOf(times, 1 - upper) - 1] ?? 0 };
  }
  const groups = series.map((group) => group.flatMap((index) => stages[index]?.distribution ?? []));
  return { method: 'convolution', quantile: convolvedQuantile(groups, (upper) => union(1 - upper)) };
}

/** The whole, were every stage at the same quantile at once. */
function atQuantiles(plan: LatencyPlan, stages: readonly StageTime[], upper: number): number {
  const times = Float64Array.from(stages, ({ distribution }) => distribution.upperQuantile(upper));
  return endOfPlan(plan, times, 0, new Float64Array(stages.length));
}

function simulatedQuantile({ times }: Simulated, share: number): LatencyBudgetOutput['simulated'][string] {
  const { lower, upper } = quantileRanks(times.length, share, 0.95);
  const at = (rank: number | null): number | null => (rank === null ? null : (times[rank - 1] ?? null));
  return { value: times[rankOf(times, share) - 1] ?? 0, interval: [at(lower), at(upper)] };
}

/** The nearest rank; a product that is whole but for rounding counts as whole. */
function rankOf({ length }: Float64Array, share: number): number {
  return Math.max(1, Math.ceil(share * length * (1 - 1e-12)));
}

function holds([low, high]: readonly [number | null, number | null], value: number): boolean {
  return (low ?? -Infinity) < value && value < (high ?? Infinity);
}

function assumptionsOf({ stages, samples, seed }: LatencyBudgetInput, method: Method): string[] {
  const how = {
    'closed form': 'Percentiles by formula',
    convolution: 'Percentiles by convolution on a grid, good to 0.1\u202f%',
    simulation: 'Percentiles by simulation, since `after` makes a plan that is no row of groups',
  };
  const logNormal = stages.some(({ distribution }) => distribution.p50 !== undefined);
  return [
    'The steps are independent. A pause, a cold cache or a long input that slows several at once makes the tail longer; the safe bound holds then too.',
    ...(logNormal ? ['A step given by p50 and p99 is log-normal; its tail beyond p99 is supposed, not measured.'] : []),
    ...(stages.some(({ timeoutMs }) => timeoutMs !== undefined)
      ? [
          'A call that times out is made again at once, and ends at its timeout when it was the last attempt; each of several calls at once retries by itself.',
        ]
      : []),
    `${how[method]}; shares of the slowest 1\u202f% from ${samples} simulated requests with seed ${seed}.`,
  ];
}

function notesOf({ stages }: LatencyBudgetInput, method: Method): string[] {
  const short = stages.filter(({ distribution }) => (distribution.values?.length ?? Infinity) < 100);
  return [
    ...short.map(
      ({ name, distribution }) =>
        `${name} rests on ${distribution.values?.length ?? 0} measured values: its p99 is hardly more than the greatest of them.`,
    ),
    ...(method === 'simulation' ? ['The error of each percentile stands beside it, under simulated.'] : []),
  ];
}
