import * as z from 'zod';
import type { Contract } from './calculator.ts';
import type { RatingColumns } from './rating-columns.ts';
import { intervalSchema, openProbability, wholeNumber } from './input-schemas.ts';

const textOrNumber = { error: 'must be text or a number' };
const name = z.union([z.string().min(1), z.number()], textOrNumber);

const input = z.strictObject({
  ratings: z
    .array(
      z.strictObject({
        item: name,
        annotator: name,
        /** Null where the annotator did not rate the item. */
        label: z.union([z.string(), z.number(), z.null()], textOrNumber),
      }),
      { error: 'must be a list of item, annotator and label' },
    )
    .optional(),
  counts: z
    .array(z.strictObject({ item: name, counts: z.record(z.string(), wholeNumber(0)) }), {
      error: 'must be a list of items, each with the counts of its labels',
    })
    .optional(),
  scale: z
    .enum(['nominal', 'ordinal', 'interval', 'ratio'], { error: 'must be nominal, ordinal, interval or ratio' })
    .default('nominal'),
  categories: z.array(name, { error: 'must be a list of labels' }).optional(),
  confidence: openProbability().default(0.95),
  bootstrap: z
    .strictObject({
      resamples: wholeNumber(100).max(10_000, { error: 'must be at most ten thousand' }).default(1000),
      seed: wholeNumber(0).default(1),
    })
    .default({ resamples: 1000, seed: 1 }),
});

/** What has a standard error of its own; alpha's interval comes from the bootstrap. */
const coefficients = z.enum([
  'percentAgreement',
  'fleissKappa',
  'scottPi',
  'cohenKappa',
  'weightedKappaLinear',
  'weightedKappaQuadratic',
  'gwetAc1',
  'gwetAc2Linear',
  'gwetAc2Quadratic',
  'brennanPrediger',
]);

const maybe = z.number().nullable();
const byWeights = z.object({ linear: maybe, quadratic: maybe });
const output = z.object({
  /** With a rating at least. */
  items: z.number(),
  /** With two ratings at least. */
  pairableItems: z.number(),
  /** Null for counts, which do not tell. */
  annotators: maybe,
  ratings: z.number(),
  /** Left out: ratings without a label, and items without any rating. */
  dropped: z.object({ ratings: z.number(), items: z.number() }),
  /** In the order that weights and numbers go by. */
  categories: z.array(z.string()),
  percentAgreement: z.number(),
  krippendorffAlpha: maybe,
  alphaInterval: intervalSchema,
  bootstrap: z.object({ resamples: z.number(), seed: z.number(), degenerate: z.number() }),
  fleissKappa: maybe,
  scottPi: maybe,
  cohenKappa: maybe,
  weightedKappa: byWeights,
  gwetAc1: maybe,
  gwetAc2: byWeights,
  brennanPrediger: maybe,
  standardErrors: z.record(coefficients, maybe),
  intervals: z.record(coefficients, intervalSchema),
  pairwise: z
    .array(z.object({ a: z.string(), b: z.string(), items: z.number(), percentAgreement: maybe, cohenKappa: maybe }))
    .nullable(),
  perCategory: z
    .array(z.object({ category: z.string(), ratings: z.number(), specificAgreement: maybe, fleissKappa: maybe }))
    .nullable(),
  /** Ordered pairs of ratings of the same item: rows by the category of one, columns by that of the other. */
  labelPairs: z.array(z.array(z.number())).nullable(),
  hardestItems: z.array(
    z.object({ item: z.string(), agreement: z.number(), counts: z.record(z.string(), z.number()) }),
  ),
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

type AsJson = z.infer<typeof input>;
/** Rows of a table come in columns, which the schema does not see. */
export interface LabelAgreementInput extends Omit<AsJson, 'ratings' | 'counts'> {
  readonly ratings?: AsJson['ratings'] | RatingColumns;
  readonly counts?: AsJson['counts'] | RatingColumns;
}
export type LabelAgreementOutput = z.infer<typeof output>;
export type AgreementCoefficient = z.infer<typeof coefficients>;

export const labelAgreementContract = { input, output } satisfies Contract<LabelAgreementInput, LabelAgreementOutput>;
