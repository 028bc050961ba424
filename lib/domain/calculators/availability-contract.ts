import * as z from 'zod';
import type { Contract } from './calculator.ts';
import { listOf, name, openProbability, probability, wholeNumber } from './input-schemas.ts';

const dependency = z.strictObject(
  {
    name: name(),
    /** Of one copy. */
    availability: probability(),
    /** Copies of which one is enough. */
    redundancy: wholeNumber(1).max(1000, { error: 'must be at most 1000' }).default(1),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be an object with name and availability' : undefined) },
);

const input = z.strictObject({
  dependencies: listOf(dependency, { most: 500 }),
  slo: openProbability().optional(),
});

const output = z.object({
  availability: z.number(),
  downtimeMinutesPerYear: z.number(),
  met: z.boolean().nullable(),
  /** What the objective allows. */
  allowedMinutesPerYear: z.number().nullable(),
  /** In the order given. */
  dependencies: z.array(
    z.object({
      name: z.string(),
      /** With its redundancy. */
      availability: z.number(),
      downtimeMinutesPerYear: z.number(),
    }),
  ),
  assumptions: z.array(z.string()),
  notes: z.array(z.string()),
});

export type AvailabilityInput = z.infer<typeof input>;
export type AvailabilityOutput = z.infer<typeof output>;

export const availabilityContract = { input, output } satisfies Contract<AvailabilityInput, AvailabilityOutput>;
