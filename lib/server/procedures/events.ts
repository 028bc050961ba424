import { z } from 'zod';
import { listProjectEvents, listWorkspaceEvents, type EventRow } from '../store/events.ts';
import { procedure } from './procedure.ts';
import { id, inProject, inWorkspace, jsonObject, line } from './schemas.ts';

/** One thing that happened; also what the event stream sends. */
export const eventOut = z.object({
  sequence: z.number().int(),
  type: z.string(),
  at: z.date(),
  /** `null` for what the installation did by itself. */
  actor: z.object({ id: id.nullable(), name: z.string() }).nullable(),
  /** The file that the project came with says so: nobody here did it. */
  fromFile: z.boolean(),
  payload: jsonObject,
});

const slice = {
  /** Only events before this sequence. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

const page = z.object({ items: z.array(eventOut), next: z.number().int().nullable() });

export const events = {
  listProject: procedure('project.read')({
    method: 'GET',
    path: '/workspaces/{workspace}/projects/{project}/events',
    summary: 'What happened in a project, newest first',
    input: inProject.extend({
      ...slice,
      /** Only what changed this field or item, what lies in it, or what it lies in. */
      field: line(1, 300, 'Say which field.').optional(),
    }),
    output: page,
    async handler({ input, grant }) {
      const { before, limit, field } = input;
      return pageOf(await listProjectEvents(grant, { before, limit: limit + 1, field }), limit);
    },
  }),

  listWorkspace: procedure('workspace.audit')({
    method: 'GET',
    path: '/workspaces/{workspace}/events',
    summary: 'What happened in a workspace outside its projects: people, settings, sign-ins',
    input: inWorkspace.extend(slice),
    output: page,
    async handler({ input, grant }) {
      return pageOf(await listWorkspaceEvents(grant, { before: input.before, limit: input.limit + 1 }), input.limit);
    },
  }),
};

function pageOf(rows: readonly EventRow[], limit: number): z.input<typeof page> {
  const items = rows.slice(0, limit).map(shownEvent);
  return { items, next: rows.length > limit ? (items.at(-1)?.sequence ?? null) : null };
}

/** People who are gone stay in the log as what they were. */
export function shownEvent({ formerMember, actor, ...event }: EventRow): z.input<typeof eventOut> {
  return { ...event, actor: formerMember ? { id: null, name: 'former member' } : actor };
}
