import * as z from 'zod';
import { quantileMethods } from '../stats/sample-quantile.ts';
import type { ValueCounts } from '../stats/value-counts.ts';
import type { Contract } from './calculator.ts';
import { anyNumber, listOf, numberAbove, openProbability, percentileList, wholeNumber } from './input-schemas.ts';

const MOST_VALUES = 10_000_000;

const input = z.strictObject({
  values: listOf(anyNumber(), { most: MOST_VALUES }).optional(),
  valueCounts: listOf(z.strictObject({ value: anyNumber(), count: wholeNumber(0) }), { most: MOST_VALUES }).optional(),
  percentiles: percentileList([0.5, 0.9, 0.95, 0.99, 0.999]),
  /** Hyndman and Fan's number. */
  method: z.literal(quantileMethods, { error: 'must be a whole number from 1 to 9' }).default(7),
  confidence: openProbability().default(0.95),
  /** Time between two requests as it was meant, in the unit of the values. */
  expectedInterval: numberAbove(0).optional(),
});

const end = z.number().nullable();
const output = z.object({
  n: z.number(),
  mean: z.number(),
  min: z.number(),
  max: z.number(),
  percentiles: z.array(
    z.object({
      q: z.number(),
      value: z.number(),
      /** Values between which the true percentile lies; null where the sample does not reach. */
      interval: z.tuple([end, end]),
      /** Chance that it does, which whole ranks make at least the confidence. */
      coverage: z.number(),
      minimumN: z.object({ oneSided: z.number(), twoSided: z.number(), interval: z.number() }),
    }),
  ),
  /** Share of the values that are no greater than the mean. */
  meanRank: z.number(),
  correctedForOmission: z
    .object({
      n: z.number(),
      added: z.number(),
      mean: z.number(),
      percentiles: z.array(z.object({ q: z.number(), value: z.number() })),
    })
    .nullable(),
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

type AsJson = z.infer<typeof input>;
/** Rows of a table come counted, which the schema does not see. */
export interface PercentilesInput extends Omit<AsJson, 'values' | 'valueCounts'> {
  readonly values?: AsJson['values'] | ValueCounts;
  readonly valueCounts?: AsJson['valueCounts'] | ValueCounts;
}
export type PercentilesOutput = z.infer<typeof output>;

export const percentilesContract = { input, output } satisfies Contract<PercentilesInput, PercentilesOutput>;
