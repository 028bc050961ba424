import * as z from 'zod';
import { ITEM_ID } from '#lib/domain/ids.ts';
import type { Json } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { isPlainDate } from '#lib/domain/worksheets/read-leaf.ts';
import type { DecisionContent, DecisionLink } from './decision.ts';

/** What a decision takes in, from a form or over the API. Whether it can be accepted is another question. */

function storable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function words(least: number, most: number) {
  return z
    .string()
    .trim()
    .min(least, least === 1 ? 'Write something here.' : `At least ${least} characters.`)
    .max(most, `At most ${most} characters.`)
    .refine(storable, 'A character in this text cannot be kept.');
}

function several<T extends z.ZodType>(entry: T) {
  return z.array(entry).max(limits.decisionEntries, `At most ${limits.decisionEntries} of these.`).default([]);
}

const id = z.string().regex(ITEM_ID, 'Use small letters, digits and hyphens, 32 at most.');
const longText = words(0, limits.markdownLength).default('');
const argument = words(1, limits.reasonLength);
const day = z.string().refine(isPlainDate, 'Write a date as 2027-01-15.').nullable().default(null);

const person = z.strictObject({
  name: words(1, limits.lineLength),
  member: z.uuid().nullable().default(null),
});

const criterion = z.strictObject({
  id,
  name: words(1, limits.lineLength),
  weight: z.number().positive('A weight is above 0.').max(100, 'A weight is at most 100.'),
});

const option = z.strictObject({
  id,
  title: words(1, limits.decisionTitleLength),
  description: longText,
  pros: several(argument),
  neutral: several(argument),
  cons: several(argument),
  scores: z.record(id, z.number().min(0, 'A score is from 0 to 5.').max(5, 'A score is from 0 to 5.')).default({}),
});

export const decisionContent = z
  .strictObject({
    title: words(3, limits.decisionTitleLength),
    context: longText,
    drivers: several(argument),
    criteria: several(criterion),
    options: several(option),
    chosen: id.nullable().default(null),
    outcome: longText,
    consequences: longText,
    confirmation: longText,
    makers: several(person),
    consulted: several(person),
    informed: several(person),
    date: day,
    reviewBy: day,
    reviewTrigger: words(0, limits.reasonLength).default(''),
    tags: several(words(1, limits.lineLength)),
    neededForApproval: z.boolean().default(false),
  })
  .superRefine((content, context) => {
    const [options, criteria] = [content.options.map((each) => each.id), content.criteria.map((each) => each.id)];
    const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (new Set(options).size < options.length) wrong(['options'], 'Two options have the same id.');
    if (new Set(criteria).size < criteria.length) wrong(['criteria'], 'Two criteria have the same id.');
    if (content.chosen !== null && !options.includes(content.chosen)) {
      wrong(['chosen'], 'What is chosen is none of the options.');
    }
    for (const [at, { scores }] of content.options.entries()) {
      const stray = Object.keys(scores).find((key) => !criteria.includes(key));
      if (stray !== undefined) wrong(['options', at, 'scores', stray], 'There is no such criterion.');
    }
  }) satisfies z.ZodType<DecisionContent>;

const path = words(1, limits.lineLength);

export const decisionLink = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('field'),
    path,
    label: words(1, limits.reasonLength),
    value: z.json() satisfies z.ZodType<Json>,
  }),
  z.strictObject({ kind: z.literal('thread'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('finding'), rule: words(1, 20), path, valueHash: words(0, 64) }),
  z.strictObject({ kind: z.literal('evidence'), id }),
  z.strictObject({ kind: z.literal('revision'), number: z.number().int().positive() }),
]) satisfies z.ZodType<DecisionLink>;
