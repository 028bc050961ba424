import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { numberAbove, numberFrom, openProbability, percentileList, wholeNumber } from './input-schemas.ts';
import { MOST_SERVERS } from './most-servers.ts';

const input = z.strictObject({
  /** A second. */
  arrivalRate: numberAbove(0).max(1e9, { error: 'must be at most a billion' }),
  /** Seconds. */
  serviceTime: numberAbove(0).max(1e9, { error: 'must be at most a billion' }),
  servers: wholeNumber(1).max(MOST_SERVERS, { error: 'must be at most a hundred thousand' }),
  /** Seconds. */
  waitTarget: numberFrom(0).optional(),
  targetLevel: openProbability().default(0.95),
  /** Standard deviation of the service times over their mean. */
  cv: numberFrom(0).max(1000, { error: 'must be at most 1000' }).default(1),
  percentiles: percentileList([0.5, 0.9, 0.99]),
});

const maybe = z.number().nullable();
const seconds = z.record(z.string(), z.number()).nullable();
const output = z.object({
  /** Arrival rate × service time, in erlangs. */
  offeredLoad: z.number(),
  utilisation: z.number(),
  stable: z.boolean(),
  erlangB: z.number(),
  erlangC: maybe,
  meanQueueLength: maybe,
  meanWait: maybe,
  meanResponse: maybe,
  waitPercentiles: seconds,
  responsePercentiles: seconds,
  /** Share that waits no longer than the target. */
  serviceLevel: maybe,
  /** Mean number waiting or being served. */
  inSystem: maybe,
  serversForTarget: maybe,
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type QueueInput = z.infer<typeof input>;
export type QueueOutput = z.infer<typeof output>;

export const queueContract = { input, output } satisfies Contract<QueueInput, QueueOutput>;
