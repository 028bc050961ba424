import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { openProbability, probability, wholeNumber } from './input-schemas.ts';

const input = z.strictObject({
  share: probability(),
  n: wholeNumber(0),
  population: wholeNumber(1).optional(),
  atLeast: wholeNumber(1).max(1_000_000, { error: 'must be at most a million' }).default(1),
  confidence: openProbability().default(0.95),
});

const output = z.object({
  /** Members of the group in the population, where its size is known. */
  groupSize: z.number().nullable(),
  missProbability: z.number(),
  probabilityAtLeast: z.number(),
  expectedCount: z.number(),
  nForOne: z.number().nullable(),
  nForAtLeast: z.number().nullable(),
  upperBoundIfNoneSeen: z.number().nullable(),
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type RareGroupInput = z.infer<typeof input>;
export type RareGroupOutput = z.infer<typeof output>;

export const rareGroupContract = { input, output } satisfies Contract<RareGroupInput, RareGroupOutput>;
