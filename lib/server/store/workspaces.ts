import type { Role } from '#lib/domain/access/roles.ts';
import { pool, prepared } from '../db.ts';
import { command } from './events.ts';
import type { Grant, WorkspaceRow } from './grants.ts';

/** Every workspace that the caller is in, as a member or as the guest of a project. */
export async function listWorkspaces(grant: Grant<'account.read'>): Promise<(WorkspaceRow & { role: Role })[]> {
  const { rows } = await pool().query<WorkspaceRow & { role: Role }>(
    prepared({
      name: 'workspaces-of-person',
      text: `SELECT w."id", w."slug", w."name", w."timeZone", w."demo", COALESCE(m."role"::text, 'guest') AS "role"
      FROM "Workspace" w LEFT JOIN "Membership" m ON m."workspaceId" = w."id" AND m."userId" = $1
      WHERE w."id" IN (
        SELECT "workspaceId" FROM "Membership" WHERE "userId" = $1
        UNION SELECT p."workspaceId" FROM "ProjectMember" pm JOIN "Project" p ON p."id" = pm."projectId" WHERE pm."userId" = $1)
      ORDER BY w."createdAt", w."id" LIMIT 200`,
      values: [grant.actor.userId],
    }),
  );
  return rows;
}

export async function updateWorkspace(
  grant: Grant<'workspace.update'>,
  change: { readonly name?: string | undefined; readonly timeZone?: string | undefined },
): Promise<WorkspaceRow> {
  const { workspace, actor } = grant;
  const name = change.name ?? workspace.name;
  const timeZone = change.timeZone ?? workspace.timeZone;
  await command({ workspaceId: workspace.id }, actor.userId, async (tx, append) => {
    await tx.workspace.update({ where: { id: workspace.id }, data: { name, timeZone } });
    await append({
      type: 'workspace.updated',
      payload: { before: { name: workspace.name, timeZone: workspace.timeZone }, name, timeZone },
    });
  });
  return { ...workspace, name, timeZone };
}
