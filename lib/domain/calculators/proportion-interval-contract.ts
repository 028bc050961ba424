import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { intervalSchema, openProbability, wholeNumber } from './input-schemas.ts';

const input = z.strictObject({
  successes: wholeNumber(0),
  n: wholeNumber(0),
  confidence: openProbability().default(0.95),
});

const output = z.object({
  estimate: z.number().nullable(),
  wilson: intervalSchema,
  clopperPearson: intervalSchema,
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type ProportionIntervalInput = z.infer<typeof input>;
export type ProportionIntervalOutput = z.infer<typeof output>;

export const proportionIntervalContract = { input, output } satisfies Contract<
  ProportionIntervalInput,
  ProportionIntervalOutput
>;
