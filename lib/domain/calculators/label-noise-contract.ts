import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { probability, wholeNumber } from './input-schemas.ts';

const input = z.strictObject({
  /** Share of labels that are wrong. */
  errorRate: probability().optional(),
  /** Share of true negatives that are labelled positive, and of true positives that are labelled negative. */
  falsePositiveRate: probability().optional(),
  falseNegativeRate: probability().optional(),
  prevalence: probability().optional(),
  classes: wholeNumber(2).default(2),
  /** Accuracy of a model against the truth. */
  trueAccuracy: probability().optional(),
  /** Share of items to which two annotators give the same label. */
  pairAgreement: probability().optional(),
  annotatorsPerItem: wholeNumber(1).optional(),
  annotatorErrorRate: probability().optional(),
});

const maybe = z.number().nullable();
const output = z.object({
  /** Share of wrong labels that the results below go by: given, or from the rates of the two classes. */
  errorRate: maybe,
  /** What a model that is always right scores on such labels. */
  accuracyCeiling: maybe,
  /** What a model of the true accuracy scores on them. */
  observedAccuracy: maybe,
  /** Of one annotator, from how often two agree. */
  impliedErrorRate: maybe,
  majorityVoteError: maybe,
  /** Share of positive labels that are right. */
  labelPpv: maybe,
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type LabelNoiseInput = z.infer<typeof input>;
export type LabelNoiseOutput = z.infer<typeof output>;

export const labelNoiseContract = { input, output } satisfies Contract<LabelNoiseInput, LabelNoiseOutput>;
