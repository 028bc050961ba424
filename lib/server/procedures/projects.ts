import { z } from 'zod';
import { limits } from '#lib/domain/limits.ts';
import { projectAbilities } from '#lib/domain/access/can.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import { stages } from '#lib/domain/worksheets/definition.ts';
import { dueFor, recentFor } from '../store/attention.ts';
import type { ProjectRow } from '../store/grants.ts';
import { findPeople } from '../store/people.ts';
import { portfolioFilters, portfolioSorts, readPortfolio, readPortfolioPlace } from '../store/portfolio.ts';
import {
  createProject,
  listProjectMembers,
  listProjects,
  setAside,
  setProjectMembers,
  updateProject,
} from '../store/projects.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { readingOwners, setOwner } from '../store/section-owners.ts';
import { contentToBegin, projectToBegin } from '../store/worksheet-files.ts';
import { unpack } from '../exports/packed.ts';
import { procedure } from './procedure.ts';
import {
  cutPage,
  nothing,
  id,
  inProject,
  inWorkspace,
  memberRole,
  paging,
  placeOut,
  projectOut,
  readCursor,
  role,
  slug,
  title,
  visibility,
} from './schemas.ts';

const path = '/workspaces/{workspace}/projects/{project}';

/** Four characters for three bytes. */
const longestProject = Math.ceil(limits.projectFileBytes / 3) * 4;

export const projects = {
  list: procedure('workspace.read')({
    method: 'GET',
    path: '/workspaces/{workspace}/projects',
    summary: 'The projects of a workspace that the caller may see, newest first',
    input: inWorkspace.extend({
      ...paging,
      archived: z.stringbool().or(z.boolean()).default(false),
      /** Only those whose title holds this text. */
      title: z.string().trim().max(limits.titleLength).optional(),
    }),
    output: z.object({ items: z.array(projectOut), next: z.string().nullable() }),
    async handler({ input, grant }) {
      const { archived, title, limit } = input;
      const rows = await listProjects(grant, { archived, title, after: readCursor(input.after), limit: limit + 1 });
      const page = cutPage(rows, limit, (row) => row.createdAt);
      return { ...page, items: page.items.map((row) => shown(row, row.role)) };
    },
  }),

  portfolio: procedure('workspace.read')({
    method: 'GET',
    path: '/workspaces/{workspace}/portfolio',
    summary: 'The projects that the caller may see, by stage, with findings, open questions and what is due next',
    input: inWorkspace.extend({
      after: z.string().max(400).optional(),
      limit: paging.limit,
      archived: z.stringbool().or(z.boolean()).default(false),
      title: z.string().trim().max(limits.titleLength).optional(),
      stage: z.enum(stages).optional(),
      /** Only projects that have this. */
      having: z.enum(portfolioFilters).optional(),
      /** Within a stage. */
      sort: z.enum(portfolioSorts).default('changed'),
    }),
    output: z.object({
      items: z.array(
        projectOut.extend({
          /** As the last edit left it, or seconds before; `null` right after a project was begun. */
          summary: z
            .object({
              stage: z.enum(stages),
              errors: z.number().int(),
              warnings: z.number().int(),
              openQuestions: z.number().int(),
              due: z.object({ date: z.string(), kind: z.string(), what: z.string() }).nullable(),
              owner: z.string().nullable(),
            })
            .nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    async handler({ input, grant }) {
      const { after, limit, ...view } = input;
      const rows = await readPortfolio(grant, {
        ...view,
        after: readPortfolioPlace(after, view.sort),
        limit: limit + 1,
      });
      const items = rows.slice(0, limit);
      const last = items.at(-1)?.place;
      const next = rows.length > limit && last !== undefined ? `${last.rank}~${last.key}~${last.id}` : null;
      return { items: items.map((row) => ({ ...shown(row, row.role), summary: row.summary })), next };
    },
  }),

  create: procedure('projects.create')({
    method: 'POST',
    path: '/workspaces/{workspace}/projects',
    summary: 'Start a project, empty or with the worksheet of a file',
    input: inWorkspace.extend({
      title,
      visibility: visibility.default('workspace'),
      file: z.object({ text: z.string().max(limits.fileBytes), kind: z.enum(['yaml', 'json']) }).optional(),
    }),
    output: projectOut,
    async handler({ input, grant }) {
      const { title, visibility, file } = input;
      if (file !== undefined) await countAttempt('importFile', grant.actor.userId);
      const content = file && contentToBegin(file.text, file.kind);
      return shown(await createProject(grant, { title, visibility, ...content }), grant.role);
    },
  }),

  bringIn: procedure('projects.create')({
    method: 'POST',
    path: '/workspaces/{workspace}/projects/from-file',
    summary: 'Start a project from the file of a whole project, with its threads, decisions and history',
    input: inWorkspace.extend({
      /** The file, as base64. */
      data: z
        .string()
        .min(1, 'Choose a file.')
        .max(longestProject, `A project’s file has at most ${limits.projectFileBytes / 1_000_000}\u202FMB.`),
      visibility: visibility.default('workspace'),
    }),
    output: projectOut,
    async handler({ input, grant }) {
      await countAttempt('importFile', grant.actor.userId);
      const content = projectToBegin(await unpack(Buffer.from(input.data, 'base64')));
      return shown(await createProject(grant, { visibility: input.visibility, ...content }), grant.role);
    },
  }),

  get: procedure('project.read')({
    method: 'GET',
    path,
    summary: 'A project, found by its present or a former address',
    input: inProject,
    output: projectOut.extend({
      workspace: z.object({ slug: z.string(), name: z.string(), timeZone: z.string(), demo: z.boolean() }),
      /** Who answers for a section; those that nobody owns are left out. */
      owners: z.array(
        z.object({
          section: z.string(),
          id: id.nullable(),
          name: z.string(),
          /** Why they can no longer act here: they have left the workspace, or do not see the project any more. */
          gone: z.enum(['from-workspace', 'from-project']).nullable(),
        }),
      ),
      /** Where the project’s event stream stands. */
      sequence: z.number().int(),
    }),
    reading: () => readingOwners(),
    handler({ grant, read: owners }) {
      const { project, role, workspace, sequence } = grant;
      return { ...shown(project, role), workspace, owners, sequence };
    },
  }),

  update: procedure('project.update')({
    method: 'PATCH',
    path,
    summary: 'Change title, address or visibility; the former address keeps leading here',
    input: inProject.extend({ title: title.optional(), slug: slug.optional(), visibility: visibility.optional() }),
    output: projectOut,
    async handler({ input, grant }) {
      return shown(await updateProject(grant, input), grant.role);
    },
  }),

  archive: procedure('project.archive')({
    method: 'POST',
    path: `${path}/archive`,
    summary: 'Put a project aside, read-only, until it is restored',
    input: inProject,
    output: nothing,
    async handler({ grant }) {
      await setAside(grant, 'archived');
      return {};
    },
  }),

  restore: procedure('project.archive')({
    method: 'POST',
    path: `${path}/restore`,
    summary: 'Bring an archived or deleted project back',
    input: inProject,
    output: nothing,
    async handler({ grant }) {
      await setAside(grant, 'restored');
      return {};
    },
  }),

  delete: procedure('project.delete')({
    method: 'DELETE',
    path,
    summary: 'Delete a project; it can be restored for thirty days',
    input: inProject,
    output: nothing,
    async handler({ grant }) {
      await setAside(grant, 'deleted');
      return {};
    },
  }),

  listMembers: procedure('project.read')({
    method: 'GET',
    path: `${path}/members`,
    summary: 'The people named on a project',
    input: inProject,
    output: z.object({ items: z.array(z.object({ id, name: z.string(), email: z.string(), role })) }),
    async handler({ grant }) {
      return { items: await listProjectMembers(grant) };
    },
  }),

  setMembers: procedure('project.share')({
    method: 'PUT',
    path: `${path}/members`,
    summary: 'Name exactly these people on a project; the caller stays named',
    input: inProject.extend({ members: z.array(id).max(500) }),
    output: nothing,
    async handler({ input, grant }) {
      await setProjectMembers(grant, input.members);
      return {};
    },
  }),

  findPeople: procedure('project.edit')({
    method: 'GET',
    path: `${path}/people`,
    summary: 'Members of the workspace who see the project: who can own a section, or be asked a question',
    input: inProject.extend({
      /** Only those whose name or mail address holds this text. */
      text: z.string().trim().max(limits.titleLength).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    output: z.object({
      items: z.array(z.object({ id, name: z.string(), email: z.string(), role: memberRole, writes: z.boolean() })),
    }),
    async handler({ input, grant }) {
      return { items: await findPeople(grant, input) };
    },
  }),

  setOwner: procedure('project.edit')({
    method: 'PUT',
    path: `${path}/sections/{section}/owner`,
    summary: 'Say who answers for a section, or that nobody does',
    input: inProject.extend({
      section: z.string().max(32),
      person: id.nullable(),
      /** Who owned it when the caller looked. */
      was: id.nullable(),
    }),
    output: nothing,
    async handler({ input, grant }) {
      await setOwner(grant, input);
      return {};
    },
  }),

  due: procedure('account.read')({
    method: 'GET',
    path: '/account/due',
    summary: 'What is due next in the projects that name the caller or of which they own a section, in every workspace',
    input: z.object({
      /** From today; what is over is always among it. */
      days: z.coerce.number().int().min(0).max(366).default(14),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    output: z.object({
      items: z.array(placeOut.extend({ date: z.string(), kind: z.string(), what: z.string() })),
    }),
    async handler({ input, grant }) {
      return { items: await dueFor(grant, input) };
    },
  }),

  recent: procedure('account.read')({
    method: 'GET',
    path: '/account/recent',
    summary: 'The projects that the caller may see and that changed last, in every workspace',
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    output: z.object({ items: z.array(placeOut.extend({ changedAt: z.date() })) }),
    async handler({ input, grant }) {
      return { items: await recentFor(grant, input.limit) };
    },
  }),
};

function shown(project: ProjectRow, role: Role) {
  return { ...project, role, can: projectAbilities(role, { archived: project.archivedAt !== null }) };
}
