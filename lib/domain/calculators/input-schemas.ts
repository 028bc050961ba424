import * as z from 'zod';
import { limits } from '../limits.ts';
import { LARGEST_COUNT } from './largest-count.ts';

/** Inputs that calculators have in common, with messages that follow the name of the key. */

const numeric = (): z.ZodNumber =>
  z.number({ error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a number') });

/** A share or chance, 0 and 1 included. */
export function probability(): z.ZodNumber {
  return numeric().min(0, { error: 'must be from 0 to 1' }).max(1, { error: 'must be from 0 to 1' });
}

/** A share, level or chance for which 0 and 1 make no sense. */
export function openProbability(): z.ZodNumber {
  return numeric().gt(0, { error: 'must be above 0 and below 1' }).lt(1, { error: 'must be above 0 and below 1' });
}

export function wholeNumber(from: number): z.ZodNumber {
  return numeric()
    .int({ error: 'must be a whole number' })
    .min(from, { error: `must be ${from} or more` })
    .max(LARGEST_COUNT, { error: 'must be at most a trillion' });
}

export function numberAbove(bound: number): z.ZodNumber {
  return numeric().gt(bound, { error: `must be above ${bound}` });
}

export function numberFrom(bound: number): z.ZodNumber {
  return numeric().min(bound, { error: `must be ${bound} or more` });
}

export function anyNumber(): z.ZodNumber {
  return numeric();
}

/** Lower and upper end of an interval, or null where there is none. */
export const intervalSchema = z.tuple([z.number(), z.number()]).nullable();

/** Shares at which a distribution is read. */
export function percentileList(usual: readonly number[]): z.ZodDefault<z.ZodArray<z.ZodNumber>> {
  return listOf(openProbability(), { most: 50 }).default([...usual]);
}

/** At least one entry, at most so many. */
export function listOf<Entry extends z.ZodType>(entry: Entry, { most }: { most: number }): z.ZodArray<Entry> {
  return z
    .array(entry, { error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a list') })
    .min(1, { error: 'must hold at least one entry' })
    .max(most, { error: `must hold at most ${most} entries` });
}

/** What people call a thing. */
export function name(): z.ZodString {
  return z
    .string({ error: (issue) => (issue.input === undefined ? 'is missing' : 'must be a text') })
    .min(1, { error: 'must not be empty' })
    .max(limits.lineLength, { error: `must be at most ${limits.lineLength} characters` });
}
