import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { openProbability, probability, wholeNumber } from './input-schemas.ts';

const input = z.strictObject({
  slowProbability: probability(),
  fanout: wholeNumber(1),
  /** Share of requests in which no call may be slow. */
  target: openProbability().optional(),
});

const maybe = z.number().nullable();
const output = z.object({
  anySlow: z.number(),
  /** Share of its own calls that each leaf has to answer in time. */
  leafQuantile: maybe,
  /** 1 − leafQuantile, which rounding leaves few digits of. */
  leafSlowProbability: maybe,
  /** Calls a request may make before fewer than the target are free of slow ones. */
  largestFanout: maybe,
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type FanOutInput = z.infer<typeof input>;
export type FanOutOutput = z.infer<typeof output>;

export const fanOutContract = { input, output } satisfies Contract<FanOutInput, FanOutOutput>;
