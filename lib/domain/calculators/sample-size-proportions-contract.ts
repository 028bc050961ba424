import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { anyNumber, numberAbove, openProbability, wholeNumber } from './input-schemas.ts';

const input = z.strictObject({
  baseline: openProbability(),
  effect: anyNumber().optional(),
  effectKind: z.enum(['absolute', 'relative'], { error: 'must be absolute or relative' }).default('absolute'),
  alpha: openProbability().default(0.05),
  power: openProbability().optional(),
  sides: z.union([z.literal(1), z.literal(2)], { error: 'must be 1 or 2' }).default(2),
  method: z
    .enum(['pooled', 'evan-miller', 'arcsine'], { error: 'must be pooled, evan-miller or arcsine' })
    .default('pooled'),
  n: wholeNumber(1).optional(),
  ratio: numberAbove(0).default(1),
  variants: wholeNumber(2).default(2),
  design: z.enum(['two-sample', 'one-sample'], { error: 'must be two-sample or one-sample' }).default('two-sample'),
  bothTails: z.boolean({ error: 'must be true or false' }).default(false),
  trafficPerDay: numberAbove(0).optional(),
  allocation: numberAbove(0).max(1, { error: 'must be at most 1' }).default(1),
});

const maybe = z.number().nullable();
const output = z.object({
  /** Whole cases in the control group, or in the single one. */
  nPerGroup: maybe,
  nPerGroupExact: maybe,
  /** Whole cases in each group that is changed; null for a single group. */
  nPerChangedGroup: maybe,
  /** Over all groups. */
  nTotal: maybe,
  power: z.number(),
  /** Effects in the kind that was asked for; where n and power are given, the nearest ones that are found. */
  effect: maybe,
  effectDown: maybe,
  days: maybe,
  method: z.string(),
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type SampleSizeInput = z.infer<typeof input>;
export type SampleSizeOutput = z.infer<typeof output>;

export const sampleSizeProportionsContract = { input, output } satisfies Contract<SampleSizeInput, SampleSizeOutput>;
