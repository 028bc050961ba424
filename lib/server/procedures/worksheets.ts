import { z } from 'zod';
import { projectAbilities } from '#lib/domain/access/can.ts';
import { AppError } from '#lib/domain/errors.ts';
import { imageNamesIn } from '#lib/domain/images/image-name.ts';
import { limits } from '#lib/domain/limits.ts';
import { threadForFile } from '#lib/domain/worksheets/thread-files.ts';
import { imageFacts } from '../store/images.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { readThreadRecords } from '../store/thread-records.ts';
import { beforeEdits, editWorksheet } from '../store/worksheet-edits.ts';
import { importWorksheet } from '../store/worksheet-files.ts';
import { compareStored, type ComparedField, readingMoments, readingQuarters } from '../store/worksheet-moments.ts';
import { readSections, restOfFile } from '../store/worksheets.ts';
import { imageOut } from './images.ts';
import { procedure } from './procedure.ts';
import { id, inProject, json, jsonObject, line, projectCan } from './schemas.ts';

const path = '/workspaces/{workspace}/projects/{project}/worksheet';

const fieldPath = line(1, 300, 'Say which field.');
const opId = z.string().regex(/^[\w-]{8,64}$/, 'Make an id of 8 to 64 letters, digits and hyphens.');
const after = z.string().max(64).nullable();

const op = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('set'),
    id: opId,
    path: fieldPath,
    /** Hash of the value that the edit was made against; empty for a blank. */
    base: z.string().max(64),
    /** The text that the edit was made against, so that two edits of one text can be merged. */
    baseText: z.string().max(limits.markdownLength).optional(),
    /** `null` blanks the field. */
    value: json,
  }),
  z.object({ kind: z.literal('insert'), id: opId, path: fieldPath, value: jsonObject, after }),
  z.object({ kind: z.literal('remove'), id: opId, path: fieldPath, base: z.string().max(64) }),
  z.object({ kind: z.literal('move'), id: opId, path: fieldPath, after }),
]);

/** A place in the project’s log: the worksheet as it stood after that event. */
const sequence = z.coerce.number().int().min(0).max(2_147_483_647);

const outcome = z.object({
  id: z.string(),
  outcome: z.enum(['applied', 'merged', 'conflict', 'refused', 'repeated']),
  path: z.string(),
  /** What stands there now. */
  value: json.optional(),
  /** In a conflict: what somebody else wrote there. */
  current: json.optional(),
  reason: z.string().optional(),
  /** Path of the item that the edit was for, where it is gone. */
  lost: z.string().optional(),
  /** Who changed last what the edit met: in a conflict, or by deleting the item. */
  last: z.object({ sequence: z.number().int(), at: z.date(), by: z.string(), you: z.boolean() }).optional(),
  /** The op that would bring the lost item back, without an id. */
  restore: jsonObject.optional(),
  /** The op that would undo it, without an id. */
  inverse: jsonObject.optional(),
  /** Of a repeated op: what became of it when it first came. */
  first: z.enum(['applied', 'merged']).optional(),
});

export const worksheets = {
  get: procedure('project.read')({
    method: 'GET',
    path,
    summary: 'The worksheet as drafted, section by section',
    input: inProject.extend({
      /** With what people said about it, as its file carries that. */
      threads: z.stringbool().or(z.boolean()).default(false),
    }),
    output: z.object({
      project: z.string(),
      title: z.string(),
      sections: z.record(z.string(), z.object({ version: z.number().int(), value: jsonObject })),
      /** What the file says beside its sections: stage, profile, decisions, waivers, evidence and so on. */
      rest: jsonObject,
      /** Those that the texts name and the project has. */
      images: z.array(imageOut),
      sequence: z.number().int(),
      can: projectCan,
    }),
    async handler({ input, grant }) {
      const [{ [restOfFile]: rest, ...sections }, threads] = await Promise.all([
        readSections(grant),
        input.threads ? readThreadRecords(grant) : [],
      ]);
      const { project, role, sequence } = grant;
      const can = projectAbilities(role, { archived: project.archivedAt !== null });
      const file = { ...rest?.value, ...(threads.length > 0 && { threads: threads.map(threadForFile) }) };
      const named = imageNamesIn([...Object.values(sections).map(({ value }) => value), file]);
      const images = Array.from(await imageFacts(grant, named), ([name, facts]) => ({ name, ...facts }));
      return { project: project.slug, title: project.title, sections, rest: file, images, sequence, can };
    },
  }),

  applyOps: procedure('project.edit')({
    method: 'PATCH',
    path,
    summary: 'Apply edits; each is durable when answered, and one sent twice is made once',
    input: inProject.extend({
      /** Whose edits these are: kept in a browser, they must never be sent by whoever signed in there since. */
      user: id.optional(),
      ops: z.array(op).min(1).max(limits.opsPerRequest),
    }),
    output: z.object({
      /** The project’s present slug: edits that were kept for long may have been sent to a former one. */
      project: z.string(),
      sequence: z.number().int(),
      outcomes: z.array(outcome),
    }),
    reading: ({ ops }) => beforeEdits(ops),
    async handler({ input, grant, read }) {
      if (input.user !== undefined && input.user !== grant.actor.userId) {
        throw new AppError('unauthenticated', 'Somebody else is signed in. Sign in again to send these edits.', {
          somebodyElse: true,
        });
      }
      return { project: grant.project.slug, ...(await editWorksheet(grant, input.ops, read)) };
    },
  }),

  compare: procedure('project.read')({
    method: 'GET',
    path: `${path}/comparison`,
    summary: 'What changed from one moment to another, field by field',
    input: inProject.extend({ from: sequence, to: z.literal('draft').or(sequence).default('draft') }),
    output: z.object({
      differences: z.array(
        z.object({
          path: z.string(),
          kind: z.enum(['added', 'removed', 'changed', 'reordered']),
          before: json,
          after: json,
          /** A whole item came or went, rather than a field. */
          item: z.boolean(),
          /** Of an item that went: the one that stood before it. */
          behind: z.string().nullable().optional(),
          /** Who changed it last between the two. */
          last: z.object({ sequence: z.number().int(), at: z.date(), by: z.string() }).nullable(),
        }),
      ),
      /** Differences that were left out, so that the answer stays readable. */
      more: z.number().int(),
      sequence: z.number().int(),
    }),
    reading: ({ from, to }) => readingMoments(from, to),
    handler({ input, grant, read }) {
      const { differences, more } = compareStored(read, input.to);
      return { differences: differences.map(shownDifference), more, sequence: grant.sequence };
    },
  }),

  moments: procedure('project.read')({
    method: 'GET',
    path: `${path}/moments`,
    summary: 'When the worksheet changed: the last event of each quarter of an hour, newest first',
    input: inProject,
    output: z.object({ items: z.array(z.object({ sequence: z.number().int(), at: z.date() })) }),
    reading: () => readingQuarters(),
    handler: ({ read }) => ({ items: read.map(({ sequence: last, at }) => ({ sequence: last, at: new Date(at) })) }),
  }),

  importFile: procedure('project.edit')({
    method: 'PUT',
    path,
    summary: 'Replace the worksheet by a file; what stood before stays in the history',
    input: inProject.extend({ text: z.string().max(limits.fileBytes), kind: z.enum(['yaml', 'json']) }),
    output: z.object({
      imported: z.boolean(),
      /** Images that the texts name and neither the file nor the project has. */
      missingImages: z.array(z.string()),
      /** Why it was not imported, each with its place in the file. */
      problems: z.array(
        z.object({
          message: z.string(),
          line: z.number().int(),
          column: z.number().int(),
          path: z.string().optional(),
          suggestion: z.string().optional(),
        }),
      ),
    }),
    async handler({ input, grant }) {
      await countAttempt('importFile', grant.actor.userId);
      const { problems, missingImages } = await importWorksheet(grant, input.text, input.kind);
      return { imported: problems.length === 0, missingImages, problems };
    },
  }),
};

/** People who are gone stay in the log as what they were. */
function shownDifference({ last, ...difference }: ComparedField) {
  if (last === null) return { ...difference, last };
  const by = last.actorName ?? (last.actorId === null ? 'Plumbline' : 'former member');
  return { ...difference, last: { sequence: last.sequence, at: new Date(last.at), by } };
}
