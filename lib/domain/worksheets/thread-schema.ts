import * as z from 'zod';
import { isJsonObject, type Json, type JsonObject } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { decisionNumber } from './decision-schema.ts';
import type { DraftProblem } from './draft-schema.ts';
import { readInstant } from './instant.ts';
import { publishedSchema, recordProblems } from './record-schema.ts';
import { threadKinds, type CommentRecord, type ThreadRecord } from './thread-record.ts';

/** What people said about a worksheet, as its file carries it. */

function text(most: number) {
  return z.string().max(most, `At most ${most} characters.`);
}

const path = text(limits.lineLength).min(1, 'Say which place.');
const name = text(limits.lineLength).default('');
const hash = text(64).default('');
const label = text(limits.reasonLength).default('');
const instant = z.string().transform((written, context) => {
  const read = readInstant(written);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'Write an instant as 2027-01-15T09:30:00.000Z.' });
  return z.NEVER;
});
const quote = text(limits.quoteLength);
const offset = z.number().int().min(0).max(limits.sectionCharacters);

const passage = z.strictObject({
  exact: quote.min(1, 'A passage has words.'),
  prefix: quote.default(''),
  suffix: quote.default(''),
  position: z.strictObject({ start: offset, end: offset }),
});

const anchor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document') }),
  z.strictObject({ kind: z.literal('section'), path, label }),
  z.strictObject({ kind: z.literal('field'), path, label, valueHash: hash }),
  z.strictObject({ kind: z.literal('item'), path, label, valueHash: hash }),
  z.strictObject({ kind: z.literal('passage'), path, label, valueHash: hash, passage }),
]);

const words = text(limits.commentLength);

const comment = z.strictObject({
  by: name,
  at: instant,
  text: words.default(''),
  earlier: z
    .array(z.strictObject({ text: words, until: instant }))
    .max(limits.wordingsPerComment, `At most ${limits.wordingsPerComment} of these.`)
    .default([]),
  deleted: instant.nullable().default(null),
}) satisfies z.ZodType<CommentRecord>;

const record = z
  .strictObject({
    number: decisionNumber,
    kind: z.enum(threadKinds).default('note'),
    blocking: z.boolean().default(false),
    anchor: anchor.default({ kind: 'document' }),
    comments: z
      .array(comment)
      .min(1, 'A thread has a comment.')
      .max(limits.commentsPerThread, `At most ${limits.commentsPerThread} comments.`),
    resolved: z.strictObject({ by: name, at: instant }).nullable().default(null),
  })
  .superRefine(({ comments }, context) => {
    for (const [at, { text: said, deleted, earlier }] of comments.entries()) {
      const wrong = (key: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['comments', at, key], message });
      if (deleted === null && said.trim() === '') wrong('text', 'Write something here.');
      if (deleted !== null && (said !== '' || earlier.length > 0)) wrong('deleted', 'The words of this one are gone.');
      if (new Set(earlier.map(({ until }) => until)).size < earlier.length) {
        wrong('earlier', 'Two wordings ended at one instant.');
      }
    }
  }) satisfies z.ZodType<ThreadRecord>;

/** One of a draft. @throws ZodError for what was not */
export function storedThread(written: unknown): ThreadRecord {
  return record.parse(written);
}

export interface ReadThreads {
  readonly threads: readonly ThreadRecord[];
  readonly problems: readonly DraftProblem[];
}

/** The threads of a file in the order of their numbers; none where something is wrong with one of them. */
export function readThreads(records: readonly Json[]): ReadThreads {
  const read = records.map((written, at) => ({ at, written, parsed: record.safeParse(written) }));
  const problems = read.flatMap(({ at, written, parsed }) =>
    recordProblems(parsed.error, { list: 'threads', at, name: `Thread ${numberOf(written) ?? at + 1}` }),
  );
  const threads = read.flatMap(({ parsed }) => parsed.data ?? []).toSorted((one, other) => one.number - other.number);
  const twice = threads.find((thread, at) => threads[at - 1]?.number === thread.number);
  if (twice !== undefined) problems.push({ path: 'threads', message: `Two threads have the number ${twice.number}.` });
  return problems.length > 0 ? { threads: [], problems } : { threads, problems };
}

function numberOf(written: Json): number | undefined {
  const number = isJsonObject(written) ? written['number'] : undefined;
  return typeof number === 'number' ? number : undefined;
}

/** The record as JSON Schema, as somebody writes it in a file. */
export function threadRecordSchema(): JsonObject {
  return publishedSchema(record);
}
