import { z } from 'zod';
import { limits } from '#lib/domain/limits.ts';
import { questionsFor } from '../store/attention.ts';
import { askSomebody, readingAsked } from '../store/questions.ts';
import { procedure } from './procedure.ts';
import { id, inProject, line, nothing, placeOut, plainDate } from './schemas.ts';

const path = '/workspaces/{workspace}/projects/{project}/questions';

const about = {
  /** The field: metrics.items.m1.targetValue. */
  path: line(1, limits.lineLength, 'Say which field.'),
};

const person = z.object({ id, name: z.string() });

export const questions = {
  ask: procedure('project.edit')({
    method: 'POST',
    path,
    summary: 'Ask a member of the workspace: the field becomes “not known yet”, with their name',
    input: inProject.extend({
      ...about,
      person: id,
      by: plainDate.optional(),
      note: line(1, limits.lineLength, 'Write something, or leave it out.').optional(),
      /** Hash of the value that is asked about; empty for a blank. */
      base: z.string().max(64),
    }),
    output: nothing,
    async handler({ input, grant }) {
      await askSomebody(grant, input);
      return {};
    },
  }),

  get: procedure('project.read')({
    method: 'GET',
    path: `${path}/{path}`,
    summary: 'By whom somebody was asked about a field, while it is not known yet',
    input: inProject.extend(about),
    output: z.object({
      asked: z
        .object({
          /** Whoever has no account any more is absent. */
          person: person.nullable(),
          by: person.nullable(),
          note: z.string().nullable(),
          at: z.date(),
        })
        .nullable(),
    }),
    reading: ({ path: field }) => readingAsked(field),
    handler: ({ read }) => ({ asked: read && { ...read, at: new Date(read.at) } }),
  }),

  mine: procedure('account.read')({
    method: 'GET',
    path: '/account/questions',
    summary: 'What is not known yet and waits for the caller, in every workspace; the first to be due comes first',
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: z.object({
      items: z.array(
        placeOut.extend({
          path: z.string(),
          label: z.string(),
          by: z.string().nullable(),
          since: z.date(),
          /** Absent where the worksheet names the caller and nobody asked. */
          askedBy: z.string().nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
    async handler({ input, grant }) {
      return { items: await questionsFor(grant, input.limit) };
    },
  }),
};
