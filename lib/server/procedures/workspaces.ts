import { z } from 'zod';
import { workspaceAbilities } from '#lib/domain/access/can.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import type { WorkspaceRow } from '../store/grants.ts';
import { listWorkspaces, updateWorkspace } from '../store/workspaces.ts';
import { procedure } from './procedure.ts';
import { inWorkspace, workspaceName, workspaceOut } from './schemas.ts';

const timeZone = z.string().refine(isTimeZone, 'This is not a time zone, such as Europe/Berlin.');

export const workspaces = {
  list: procedure('account.read')({
    method: 'GET',
    path: '/workspaces',
    summary: 'The workspaces of the caller',
    input: z.object({}),
    output: z.object({ items: z.array(workspaceOut) }),
    async handler({ grant }) {
      const rows = await listWorkspaces(grant);
      return { items: rows.map(({ role, ...workspace }) => shown(workspace, role)) };
    },
  }),

  get: procedure('workspace.read')({
    method: 'GET',
    path: '/workspaces/{workspace}',
    summary: 'A workspace, and what the caller may do in it',
    input: inWorkspace,
    output: workspaceOut,
    handler: ({ grant }) => shown(grant.workspace, grant.role),
  }),

  update: procedure('workspace.update')({
    method: 'PATCH',
    path: '/workspaces/{workspace}',
    summary: 'Change the name or time zone of a workspace',
    input: inWorkspace.extend({ name: workspaceName.optional(), timeZone: timeZone.optional() }),
    output: workspaceOut,
    async handler({ input, grant }) {
      return shown(await updateWorkspace(grant, input), grant.role);
    },
  }),
};

function shown(workspace: WorkspaceRow, role: Role) {
  return { ...workspace, role, can: workspaceAbilities(role) };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
