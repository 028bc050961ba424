import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { listOf, name, numberAbove, numberFrom, openProbability, probability, wholeNumber } from './input-schemas.ts';

const MOST_STAGES = 30;

/** Thirty years: beyond it a unit was mistaken. */
const LONGEST = [1e12, { error: 'must be at most a trillion' }] as const;

const milliseconds = () => numberAbove(0).max(...LONGEST);

const objectOf = (keys: string) => ({
  error: (issue: { code: string; input?: unknown }) => {
    if (issue.code !== 'invalid_type') return undefined;
    return issue.input === undefined ? 'is missing' : `must be an object with ${keys}`;
  },
});

/** Which keys go together is checked where they are read, in `stageDistribution`: there the message can say it. */
const distribution = z.strictObject(
  {
    kind: z.literal('normal', { error: 'must be normal, or left out' }).optional(),
    /** ms */
    p50: milliseconds().optional(),
    /** ms */
    p99: milliseconds().optional(),
    /** ms */
    mean: milliseconds().optional(),
    /** ms */
    sd: milliseconds().optional(),
    /** Measured, in ms. */
    values: listOf(numberFrom(0).max(...LONGEST), { most: 1_000_000 }).optional(),
    points: listOf(z.strictObject({ ms: numberFrom(0).max(...LONGEST), p: probability() }), {
      most: 100_000,
    }).optional(),
  },
  objectOf('p50 and p99, mean, mean and sd, values, or points'),
);

const stage = z.strictObject(
  {
    name: name(),
    distribution,
    /** Stages of one group run side by side. */
    group: name().optional(),
    /** Calls made at once, all of which are waited for. */
    fanout: wholeNumber(1).max(1_000_000, { error: 'must be at most a million' }).default(1),
    retries: wholeNumber(0).max(20, { error: 'must be at most 20' }).default(0),
    timeoutMs: milliseconds().optional(),
    /** Names of earlier stages that it waits for; none: it begins at once. */
    after: z.array(name(), { error: 'must be a list' }).optional(),
  },
  objectOf('name and distribution'),
);

const input = z.strictObject({
  stages: listOf(stage, { most: MOST_STAGES }),
  slo: listOf(z.strictObject({ percentile: openProbability(), ms: milliseconds() }), { most: 20 }).optional(),
  samples: wholeNumber(1000).max(1_000_000, { error: 'must be at most a million' }).default(200_000),
  seed: wholeNumber(0).default(1),
});

const byPercentile = z.record(z.string(), z.number());
const output = z.object({
  method: z.enum(['closed form', 'convolution', 'simulation']),
  /** ms, from `method`. */
  percentiles: byPercentile,
  /** ms; the ends of the Monte-Carlo error at 95 %, null where the sample does not reach. */
  simulated: z.record(
    z.string(),
    z.object({ value: z.number(), interval: z.tuple([z.number().nullable(), z.number().nullable()]) }),
  ),
  mean: z.number(),
  /** Standard error of the mean, 0 where it is exact. */
  meanError: z.number(),
  /** What adding up the stages’ percentiles gives: neither right nor safe. */
  sumOfPercentiles: byPercentile,
  /** Holds however the stages depend on one another. */
  unionBound: byPercentile,
  slo: z.array(
    z.object({
      percentile: z.number(),
      ms: z.number(),
      value: z.number(),
      /** null where the simulation is too coarse to tell. */
      met: z.boolean().nullable(),
      slack: z.number(),
      /** Met even if all stages are slow together. */
      safe: z.boolean(),
    }),
  ),
  /** In the order of the stages. */
  contributions: z.array(
    z.object({
      name: z.string(),
      /** ms from the arrival to its start, on average. */
      startMs: z.number(),
      meanMs: z.number(),
      /** The same among the slowest 1 %. */
      tailStartMs: z.number(),
      tailMs: z.number(),
      /** Share of the whole that the request spent waiting for this stage alone, among the slowest 1 %. */
      tailShare: z.number(),
    }),
  ),
  /** Mean of the slowest 1 %, in ms. */
  tailMean: z.number(),
  /** Share of requests in which some call times out at its last attempt; null without timeouts. */
  failureProbability: z.number().nullable(),
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type LatencyBudgetInput = z.infer<typeof input>;
export type LatencyBudgetOutput = z.infer<typeof output>;
export type LatencyStage = z.infer<typeof stage>;

export const latencyBudgetContract = { input, output } satisfies Contract<LatencyBudgetInput, LatencyBudgetOutput>;
