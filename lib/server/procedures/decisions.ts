import { z } from 'zod';
import { decisionAbilities } from '#lib/domain/decisions/decision-changes.ts';
import { limits } from '#lib/domain/limits.ts';
import { decisionContent, decisionLink, decisionNumber } from '#lib/domain/worksheets/decision-schema.ts';
import { decisionStatuses } from '#lib/domain/worksheets/decision.ts';
import { dueDecisionsFor } from '../store/attention.ts';
import { decisionsOfWorkspace, listDecisions, readDecision } from '../store/decision-reading.ts';
import {
  accept,
  changeDecision,
  deprecate,
  link,
  recordDecision,
  reject,
  supersede,
  unlink,
} from '../store/decisions.ts';
import { procedure } from './procedure.ts';
import {
  ability,
  cutPage,
  id,
  inProject,
  inWorkspace,
  json,
  nothing,
  paging,
  placeOut,
  readCursor,
  slug,
} from './schemas.ts';

const path = '/workspaces/{workspace}/projects/{project}/decisions';

const number = z.coerce.number().pipe(decisionNumber);
const one = inProject.extend({ number });
const status = z.enum(decisionStatuses);

const filter = {
  status: status.optional(),
  /** Part of the name of whoever decided. */
  person: z.string().trim().min(1).max(limits.lineLength).optional(),
  tag: z.string().trim().min(1).max(limits.lineLength).optional(),
  /** Only those that were to be looked at again by now. */
  due: z.union([z.boolean(), z.stringbool()]).optional(),
};

const fieldPath = z.string().min(1).max(limits.lineLength);

const askedLink = z.discriminatedUnion('kind', [
  /** Its value and name are looked up. */
  z.object({ kind: z.literal('field'), path: fieldPath }),
  z.object({ kind: z.literal('thread'), number: decisionNumber }),
  z.object({
    kind: z.literal('finding'),
    rule: z.string().regex(/^[A-Z]{3}-\d{2,3}$/, 'A rule is written MET-06.'),
    path: fieldPath,
    valueHash: z.string().max(64),
  }),
  z.object({ kind: z.literal('evidence'), id: slug }),
]);

const supersedes = z
  .array(decisionNumber)
  .max(limits.decisionEntries, `At most ${limits.decisionEntries} of these.`)
  .default([]);

const line = z.object({
  number: z.number().int(),
  title: z.string(),
  status,
  /** Title of the chosen option. */
  chosen: z.string().nullable(),
  makers: z.array(z.string()),
  tags: z.array(z.string()),
  date: z.string().nullable(),
  reviewBy: z.string().nullable(),
  due: z.boolean(),
  supersededBy: z.number().int().nullable(),
  neededForApproval: z.boolean(),
  /** Of the fields and items that it shaped. */
  paths: z.array(z.string()),
  /** Numbers of the threads that it came from. */
  threads: z.array(z.number().int()),
  changedAt: z.date(),
});

const actions = ['edit', 'accept', 'reject', 'deprecate', 'supersede'] as const;

const shown = z.object({
  number: z.number().int(),
  status,
  content: decisionContent,
  links: z.array(decisionLink),
  supersedes: z.array(z.number().int()),
  supersededBy: z.number().int().nullable(),
  /** What a change is made from. */
  sequence: z.number().int(),
  recordedAt: z.date(),
  changedAt: z.date(),
  recordedBy: z.object({ id, name: z.string() }).nullable(),
  /** The fields that it shaped, as they stood when they were linked and as they stand. */
  fields: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      state: z.enum(['stands', 'moved-away', 'gone']),
      was: json,
      now: json,
    }),
  ),
  others: z.array(z.object({ number: z.number().int(), title: z.string() })),
  /** What its status lets anybody do with it now, or why not. */
  can: z.record(z.enum(actions), ability),
});

export const decisions = {
  list: procedure('project.read')({
    method: 'GET',
    path,
    summary: 'Decisions of a project, the newest first',
    input: inProject.extend({
      ...filter,
      /** Of a field or an item: those that shaped it or something in it. */
      path: fieldPath.optional(),
      /** Number of a thread that they came from. */
      thread: number.optional(),
      /** Only decisions with a smaller number. */
      before: number.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ items: z.array(line), next: z.number().int().nullable() }),
    async handler({ input: { limit, ...asked }, grant }) {
      const rows = await listDecisions(grant, { ...asked, limit: limit + 1 });
      const items = rows.slice(0, limit);
      return { items, next: rows.length > limit ? (items.at(-1)?.number ?? null) : null };
    },
  }),

  ofWorkspace: procedure('workspace.read')({
    method: 'GET',
    path: '/workspaces/{workspace}/decisions',
    summary: 'Decisions of all projects of a workspace, the one that changed last first',
    input: inWorkspace.extend({ ...filter, projectSlug: slug.optional(), ...paging }),
    output: z.object({
      items: z.array(line.extend({ id, project: z.object({ slug: z.string(), title: z.string() }) })),
      next: z.string().nullable(),
    }),
    async handler({ input: { limit, after, ...asked }, grant }) {
      const rows = await decisionsOfWorkspace(grant, { ...asked, after: readCursor(after), limit: limit + 1 });
      return cutPage(rows, limit, ({ changedAt }) => changedAt);
    },
  }),

  due: procedure('account.read')({
    method: 'GET',
    path: '/account/decisions',
    summary: 'Decisions of the caller that were to be looked at again by now, in every workspace',
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: z.object({
      items: z.array(placeOut.extend({ number: z.number().int(), title: z.string(), reviewBy: z.string() })),
    }),
    async handler({ input, grant }) {
      return { items: await dueDecisionsFor(grant, input.limit) };
    },
  }),

  get: procedure('project.read')({
    method: 'GET',
    path: `${path}/{number}`,
    summary: 'A decision with the fields that it shaped, then and now',
    input: one,
    output: shown,
    async handler({ input, grant }) {
      const { decision, ...more } = await readDecision(grant, input.number);
      const { number: of, status: stands, links, supersedes: older, supersededBy, ...content } = decision;
      const place = { number: of, status: stands, links, supersedes: older, supersededBy };
      return { ...more, ...place, content, can: decisionAbilities(decision) };
    },
  }),

  record: procedure('decisions.write')({
    method: 'POST',
    path,
    summary: 'Record a decision',
    input: inProject.extend({
      /** A record that is sent again under the same id, because its answer was lost, is written once. */
      id: id.optional(),
      content: decisionContent,
      supersedes,
      links: z.array(askedLink).max(limits.decisionEntries).default([]),
      /** Decided already; otherwise it is proposed. */
      accepted: z.boolean().default(false),
    }),
    output: z.object({ number: z.number().int() }),
    async handler({ input, grant }) {
      return { number: await recordDecision(grant, input) };
    },
  }),

  change: procedure('decisions.write')({
    method: 'PUT',
    path: `${path}/{number}`,
    summary: 'Change a decision while it is proposed',
    input: one.extend({
      content: decisionContent,
      supersedes,
      /** The `sequence` that the change was made from. */
      base: z.number().int(),
    }),
    output: nothing,
    async handler({ input, grant }) {
      await changeDecision(grant, input.number, input);
      return {};
    },
  }),

  accept: procedure('decisions.write')({
    method: 'POST',
    path: `${path}/{number}/accept`,
    summary: 'Accept a proposed decision: it stands as written from then on',
    input: one,
    output: nothing,
    async handler({ input, grant }) {
      await accept(grant, input.number);
      return {};
    },
  }),

  reject: procedure('decisions.write')({
    method: 'POST',
    path: `${path}/{number}/reject`,
    summary: 'Reject a proposed decision',
    input: one,
    output: nothing,
    async handler({ input, grant }) {
      await reject(grant, input.number);
      return {};
    },
  }),

  deprecate: procedure('decisions.write')({
    method: 'POST',
    path: `${path}/{number}/deprecate`,
    summary: 'Say that a decision is no longer to be followed, without another in its place',
    input: one,
    output: nothing,
    async handler({ input, grant }) {
      await deprecate(grant, input.number);
      return {};
    },
  }),

  supersede: procedure('decisions.write')({
    method: 'POST',
    path: `${path}/{number}/supersede`,
    summary: 'Let an accepted decision take the place of this one',
    input: one.extend({ by: decisionNumber }),
    output: nothing,
    async handler({ input, grant }) {
      await supersede(grant, input.number, input.by);
      return {};
    },
  }),

  link: procedure('decisions.write')({
    method: 'POST',
    path: `${path}/{number}/links`,
    summary: 'Link a decision to a field, a thread, a finding or evidence',
    input: one.extend({ link: askedLink }),
    output: nothing,
    async handler({ input, grant }) {
      await link(grant, input.number, input.link);
      return {};
    },
  }),

  unlink: procedure('decisions.write')({
    method: 'POST',
    path: `${path}/{number}/links/remove`,
    summary: 'Take a link of a decision away',
    input: one.extend({ link: askedLink }),
    output: nothing,
    async handler({ input, grant }) {
      await unlink(grant, input.number, input.link);
      return {};
    },
  }),
};
