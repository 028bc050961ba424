import * as z from 'zod';
import { ITEM_ID } from '#lib/domain/ids.ts';
import type { Json, JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { isPlainDate } from '#lib/domain/worksheets/read-leaf.ts';
import { publishedSchema } from './record-schema.ts';
import { decisionStatuses, type Decision, type DecisionContent, type DecisionLink } from './decision.ts';

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

/** In a file a name alone: accounts are those of one installation. */
const personByName = words(1, limits.lineLength).transform((name) => ({ name, member: null }));

const person = z.union([
  personByName,
  z.strictObject({ name: words(1, limits.lineLength), member: z.uuid().nullable().default(null) }),
]);

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

const content = {
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
};

type Compared = Pick<DecisionContent, 'options' | 'criteria' | 'chosen'>;

/** What no field can tell alone. */
function fitTogether({ options, criteria, chosen }: Compared, context: z.RefinementCtx<Compared>): void {
  const [optionIds, criterionIds] = [options.map((each) => each.id), criteria.map((each) => each.id)];
  const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (new Set(optionIds).size < optionIds.length) wrong(['options'], 'Two options have the same id.');
  if (new Set(criterionIds).size < criterionIds.length) wrong(['criteria'], 'Two criteria have the same id.');
  if (chosen !== null && !optionIds.includes(chosen)) wrong(['chosen'], 'What is chosen is none of the options.');
  for (const [at, { scores }] of options.entries()) {
    const stray = Object.keys(scores).find((key) => !criterionIds.includes(key));
    if (stray !== undefined) wrong(['options', at, 'scores', stray], 'There is no such criterion.');
  }
}

export const decisionContent = z.strictObject(content).superRefine(fitTogether) satisfies z.ZodType<DecisionContent>;

/** Of decisions, and of threads and revisions beside them. */
export const decisionNumber = z.number().int().min(1).max(2_147_483_647);

const path = words(1, limits.lineLength);

export const decisionLink = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('field'),
    path,
    label: words(1, limits.reasonLength),
    // JSON as it comes; `z.json()` would need a definition of its own in the published schema.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever comes was read from JSON
    value: (z.unknown() as z.ZodType<Json>).default(null),
  }),
  z.strictObject({ kind: z.literal('thread'), number: decisionNumber }),
  z.strictObject({ kind: z.literal('finding'), rule: words(1, 20), path, valueHash: words(0, 64) }),
  z.strictObject({ kind: z.literal('evidence'), id }),
  z.strictObject({ kind: z.literal('revision'), number: decisionNumber }),
]) satisfies z.ZodType<DecisionLink>;

const record = {
  number: decisionNumber,
  status: z.enum(decisionStatuses),
  ...content,
  links: several(decisionLink),
  supersedes: several(decisionNumber),
  supersededBy: decisionNumber.nullable().default(null),
};

/** A whole record, as the database carries it. */
export const decisionRecord = z.strictObject(record).superRefine(fitTogether) satisfies z.ZodType<Decision>;

const byName = several(personByName);

/** The same as a file carries it. */
export const decisionInFile = z
  .strictObject({ ...record, makers: byName, consulted: byName, informed: byName })
  .superRefine(fitTogether) satisfies z.ZodType<Decision>;

/** The record as JSON Schema, as somebody writes it in a file. */
export function decisionRecordSchema(): JsonObject {
  return publishedSchema(decisionInFile);
}
