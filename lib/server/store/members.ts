import { canChangeMember } from '#lib/domain/access/membership.ts';
import { can, type Ability } from '#lib/domain/access/can.ts';
import type { MemberRole } from '#lib/domain/access/roles.ts';
import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared, type Transaction } from '../db.ts';
import { command } from './events.ts';
import type { Grant, WorkspaceGrant } from './grants.ts';

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly joinedAt: Date;
  readonly lastSeen: Date | null;
}

export async function listMembers(
  grant: Grant<'members.read'>,
  page: { readonly after?: { readonly at: Date; readonly id: string } | undefined; readonly limit: number },
): Promise<MemberRow[]> {
  const { rows } = await pool().query<MemberRow>(
    prepared({
      name: 'members-of-workspace',
      text: `SELECT u."id", u."name", u."email", m."role"::text AS "role", m."createdAt" AS "joinedAt",
        (SELECT max(s."lastSeen") FROM "Session" s WHERE s."userId" = u."id") AS "lastSeen"
      FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
      WHERE m."workspaceId" = $1 AND (m."createdAt", m."userId") > ($2, $3::uuid)
      ORDER BY m."createdAt", m."userId" LIMIT $4`,
      values: [
        grant.workspace.id,
        page.after?.at ?? '-infinity',
        page.after?.id ?? '00000000-0000-0000-0000-000000000000',
        page.limit,
      ],
    }),
  );
  return rows;
}

export async function countOwners(grant: WorkspaceGrant): Promise<number> {
  const { rows } = await pool().query<{ owners: number }>(
    `SELECT count(*)::int AS "owners" FROM "Membership" WHERE "workspaceId" = $1 AND "role" = 'owner'`,
    [grant.workspace.id],
  );
  return rows[0]?.owners ?? 0;
}

/** What the caller may do with a member: change to which role, remove, and why not. */
export function memberAbilities(
  grant: WorkspaceGrant,
  member: { readonly role: MemberRole },
  owners: number,
): { remove: Ability; roles: Record<MemberRole, Ability> } {
  const change = (to: MemberRole | undefined): Ability =>
    canChangeMember({ by: grant.role, from: member.role, to, owners });
  return {
    remove: change(undefined),
    roles: {
      owner: change('owner'),
      admin: change('admin'),
      editor: change('editor'),
      reviewer: change('reviewer'),
      viewer: change('viewer'),
    },
  };
}

/** @throws AppError not-found, forbidden */
export async function changeRole(grant: Grant<'members.manage'>, userId: string, role: MemberRole): Promise<void> {
  const { workspace, actor } = grant;
  await command({ workspaceId: workspace.id }, actor.userId, async (tx, append) => {
    const before = await demandChange(tx, grant, userId, role);
    await tx.membership.update({
      where: { workspaceId_userId: { workspaceId: workspace.id, userId } },
      data: { role },
    });
    await withdrawInvitations(tx, workspace.id, userId, role);
    await append({ type: 'member.roleChanged', payload: { member: userId, before, role } });
  });
}

/** The person keeps their account, and what they wrote keeps their mark; they are in none of the projects any more. */
export async function removeMember(grant: Grant<'members.manage'>, userId: string): Promise<void> {
  const { workspace, actor } = grant;
  await command({ workspaceId: workspace.id }, actor.userId, async (tx, append) => {
    const role = await demandChange(tx, grant, userId, undefined);
    await tx.projectMember.deleteMany({ where: { userId, project: { workspaceId: workspace.id } } });
    await tx.membership.delete({ where: { workspaceId_userId: { workspaceId: workspace.id, userId } } });
    await withdrawInvitations(tx, workspace.id, userId, undefined);
    await append({ type: 'member.removed', payload: { member: userId, role } });
  });
}

/** A link kept back by somebody who may not invite any more must not be their way back in. */
async function withdrawInvitations(
  tx: Transaction,
  workspaceId: string,
  invitedById: string,
  role: MemberRole | undefined,
): Promise<void> {
  if (role === 'owner') return;
  const refused = role !== undefined && can('members.manage', role) === true ? { role: 'owner' as const } : {};
  await tx.invitation.updateMany({
    where: { workspaceId, invitedById, acceptedAt: null, revokedAt: null, ...refused },
    data: { revokedAt: new Date() },
  });
}

async function demandChange(
  tx: Transaction,
  grant: Grant<'members.manage'>,
  userId: string,
  to: MemberRole | undefined,
): Promise<MemberRole> {
  const workspaceId = grant.workspace.id;
  const member = await tx.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });
  if (member === null) throw new AppError('not-found', 'This person is not in the workspace.');
  const owners = await tx.membership.count({ where: { workspaceId, role: 'owner' } });
  const allowed = canChangeMember({ by: grant.role, from: member.role, to, owners });
  if (allowed !== true) throw new AppError('forbidden', allowed);
  return member.role;
}

/**
 * Whose password an admin may open the way to. A link is the keys to the whole account, so it is refused for owners
 * (unless by an owner) and for people of another workspace that the caller does not run.
 * @throws AppError not-found, forbidden
 */
export async function demandResettable(grant: Grant<'members.manage'>, userId: string): Promise<void> {
  const { rows } = await pool().query<{ role: MemberRole; elsewhere: boolean }>(
    `SELECT m."role"::text AS "role", EXISTS (
        SELECT 1 FROM "Membership" other WHERE other."userId" = m."userId" AND other."workspaceId" <> m."workspaceId"
          AND NOT EXISTS (SELECT 1 FROM "Membership" mine WHERE mine."workspaceId" = other."workspaceId"
            AND mine."userId" = $3 AND mine."role" IN ('owner', 'admin'))) AS "elsewhere"
      FROM "Membership" m WHERE m."workspaceId" = $1 AND m."userId" = $2`,
    [grant.workspace.id, userId, grant.actor.userId],
  );
  const member = rows[0];
  if (member === undefined) throw new AppError('not-found', 'This person is not in the workspace.');
  if (member.role === 'owner' && grant.role !== 'owner') {
    throw new AppError('forbidden', 'Only owners can reset the password of an owner.');
  }
  if (member.elsewhere) {
    throw new AppError('forbidden', 'This person is also in a workspace that you do not run.');
  }
}
