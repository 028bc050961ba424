import { seededRandom } from '../stats/seeded-random.ts';
import { type LatencyPlan, endOfPlan } from './latency-plan.ts';
import { type OnProgress, unwatched } from './progress.ts';

/** What happened to each stage, over all requests or over the slow ones: means in ms. */
export interface StageMeans {
  readonly start: Float64Array;
  readonly time: Float64Array;
  /** Mean share of the whole for which nothing but this stage was waited for. */
  readonly share: Float64Array;
  readonly whole: number;
}

export interface Simulated {
  /** Of the whole request, in rising order. */
  readonly times: Float64Array;
  readonly all: StageMeans;
  readonly slowest: StageMeans;
  /** Standard error of the mean of all. */
  readonly meanError: number;
}

const SLOWEST = 0.01;
/** Requests between two reports. */
const REPORTED = 1 << 12;

/**
 * Draws whole requests: one uniform number a stage, turned into its time by the quantile function.
 *
 * @param draws for each stage its quantile from the upper tail, in (0, 1]
 *
 * Complexity: O(samples · stages) in time and memory.
 */
export function simulateLatency(
  plan: LatencyPlan,
  draws: readonly ((upper: number) => number)[],
  samples: number,
  seed: number,
  onProgress: OnProgress = unwatched,
): Simulated {
  const random = seededRandom(seed);
  const stages = draws.length;
  const times = new Float64Array(samples * stages);
  const wholes = new Float64Array(samples);
  const starts = new Float64Array(stages);
  for (let sample = 0; sample < samples; sample += 1) {
    if (sample % REPORTED === 0) onProgress({ doing: 'Simulating requests', done: sample, of: samples });
    const offset = sample * stages;
    // 1 − random, since a tail of 0 has no time and a tail of 1 has.
    draws.forEach((draw, stage) => (times[offset + stage] = draw(1 - random())));
    wholes[sample] = endOfPlan(plan, times, offset, starts);
  }
  const sorted = wholes.toSorted();
  const slow = Math.max(1, Math.round(samples * SLOWEST));
  const from = sorted[samples - slow] ?? 0;
  const all = meansWhere(plan, times, wholes, 0);
  let squares = 0;
  for (const whole of wholes) squares += (whole - all.whole) ** 2;
  return {
    times: sorted,
    all,
    slowest: meansWhere(plan, times, wholes, from),
    meanError: Math.sqrt(squares / (samples - 1) / samples),
  };
}

/** Over the requests that took at least so long. */
function meansWhere(plan: LatencyPlan, times: Float64Array, wholes: Float64Array, atLeast: number): StageMeans {
  const stages = plan.before.length;
  const [start, time, share] = [new Float64Array(stages), new Float64Array(stages), new Float64Array(stages)];
  const starts = new Float64Array(stages);
  let count = 0;
  let sum = 0;
  for (let sample = 0; sample < wholes.length; sample += 1) {
    const whole = wholes[sample] ?? 0;
    if (whole < atLeast) continue;
    const offset = sample * stages;
    endOfPlan(plan, times, offset, starts);
    count += 1;
    sum += whole;
    for (let stage = 0; stage < stages; stage += 1) {
      start[stage] = (start[stage] ?? 0) + (starts[stage] ?? 0);
      time[stage] = (time[stage] ?? 0) + (times[offset + stage] ?? 0);
    }
    if (whole > 0) addCriticalPath(plan, times, offset, starts, whole, share);
  }
  const mean = (total: number): number => total / count;
  return { start: start.map(mean), time: time.map(mean), share: share.map(mean), whole: sum / count };
}

/** Goes back from the stage that ended last, always to the one that was waited for longest. */
function addCriticalPath(
  { before }: LatencyPlan,
  times: Float64Array,
  offset: number,
  starts: Float64Array,
  whole: number,
  share: Float64Array,
): void {
  const endOf = (stage: number): number => (starts[stage] ?? 0) + (times[offset + stage] ?? 0);
  const lastOf = (candidates: readonly number[]): number | undefined => {
    let last: number | undefined;
    for (const stage of candidates) if (last === undefined || endOf(stage) > endOf(last)) last = stage;
    return last;
  };
  let at: number | undefined = 0;
  for (let stage = 1; stage < before.length; stage += 1) if (endOf(stage) > endOf(at)) at = stage;
  while (at !== undefined) {
    share[at] = (share[at] ?? 0) + (times[offset + at] ?? 0) / whole;
    at = lastOf(before[at] ?? []);
  }
}
