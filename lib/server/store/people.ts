import { can } from '#lib/domain/access/can.ts';
import { roleInProject, type Visibility } from '#lib/domain/access/membership.ts';
import type { MemberRole } from '#lib/domain/access/roles.ts';
import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared, type Transaction } from '../db.ts';
import type { Grant, ProjectGrant } from './grants.ts';

/** Somebody who can own a section or be asked a question: a member of the workspace who sees the project. */
export interface PersonInProject {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  /** Whether they may write the worksheet; a reader can own and be asked all the same, and tells others. */
  readonly writes: boolean;
}

/** SQL for whoever a joined row of "User" tells of, as JSON; NULL where there is none. */
export function personAs(alias: string): string {
  return `CASE WHEN ${alias}."id" IS NULL THEN NULL ELSE jsonb_build_object('id', ${alias}."id", 'name', ${alias}."name") END`;
}

/** The same, or the name that a file gave (an SQL expression) for somebody without an account here. */
export function personOrName(alias: string, name: string): string {
  return `CASE WHEN ${alias}."id" IS NULL AND ${name} IS NULL THEN NULL
    ELSE jsonb_build_object('id', ${alias}."id", 'name', coalesce(${alias}."name", ${name})) END`;
}

/** Those whose name or mail address holds the text; names that begin with it come first. */
export async function findPeople(
  grant: Grant<'project.edit'>,
  search: { readonly text: string; readonly limit: number },
): Promise<PersonInProject[]> {
  const { workspace, project } = grant;
  const { rows } = await pool().query<Omit<PersonInProject, 'writes'>>(
    prepared({
      name: 'people-of-project',
      text: `SELECT u."id", u."name", u."email", m."role"::text AS "role"
      FROM "Membership" m
      JOIN "User" u ON u."id" = m."userId"
      LEFT JOIN "ProjectMember" pm ON pm."projectId" = $2 AND pm."userId" = m."userId"
      WHERE m."workspaceId" = $1 AND (m."role" IN ('owner', 'admin') OR pm."userId" IS NOT NULL OR $3 = 'workspace')
        AND (strpos(lower(u."name"), lower($4)) > 0 OR strpos(lower(u."email"::text), lower($4)) > 0)
      ORDER BY NOT starts_with(lower(u."name"), lower($4)), lower(u."name"), u."id" LIMIT $5`,
      values: [workspace.id, project.id, project.visibility, search.text, search.limit],
    }),
  );
  return rows.map(withRights);
}

/**
 * One of them by id, inside a command.
 * @throws AppError bad-input for whoever is not in the workspace, or does not see the project
 */
export async function demandPerson(
  tx: Transaction,
  { workspace, project }: Grant<'project.edit'>,
  userId: string,
): Promise<PersonInProject> {
  const member = await tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId: workspace.id, userId } },
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
  });
  if (member === null) throw new AppError('bad-input', 'This person is not in the workspace.', { path: 'person' });
  const { role, user } = member;
  const named = await tx.projectMember.count({ where: { projectId: project.id, userId } });
  if (roleInProject({ workspaceRole: role, named: named > 0, visibility: project.visibility }) === undefined) {
    const reason = `${user.name} does not see this project. Name them on it first, in its settings.`;
    throw new AppError('bad-input', reason, { path: 'person' });
  }
  return withRights({ ...user, role });
}

/** Members who see the project, inside a command: whom a comment there can call. */
export async function mentionablePeople(
  tx: Transaction,
  { workspace, project }: ProjectGrant,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return tx.$queryRaw`
    SELECT u."id", u."name" FROM "Membership" m
    JOIN "User" u ON u."id" = m."userId"
    LEFT JOIN "ProjectMember" pm ON pm."projectId" = ${project.id}::uuid AND pm."userId" = m."userId"
    WHERE m."workspaceId" = ${workspace.id}::uuid
      AND (m."role" IN ('owner', 'admin') OR pm."userId" IS NOT NULL OR ${project.visibility} = 'workspace')
    ORDER BY u."name", u."id"`;
}

/**
 * Of those whose name begins with the text, or has a word that does: whom a comment can call. Guests are not told who
 * there is.
 */
export async function findMentionable(
  { workspace, project, role }: ProjectGrant,
  search: { readonly text: string; readonly limit: number },
): Promise<{ readonly id: string; readonly name: string }[]> {
  if (role === 'guest') return [];
  const { rows } = await pool().query<{ id: string; name: string }>(
    prepared({
      name: 'mentionable-people',
      text: `SELECT u."id", u."name" FROM "Membership" m
      JOIN "User" u ON u."id" = m."userId"
      LEFT JOIN "ProjectMember" pm ON pm."projectId" = $2 AND pm."userId" = m."userId"
      WHERE m."workspaceId" = $1 AND (m."role" IN ('owner', 'admin') OR pm."userId" IS NOT NULL OR $3 = 'workspace')
        AND strpos(' ' || lower(u."name"), ' ' || lower($4)) > 0
      ORDER BY NOT starts_with(lower(u."name"), lower($4)), lower(u."name"), u."id" LIMIT $5`,
      values: [workspace.id, project.id, project.visibility, search.text, search.limit],
    }),
  );
  return rows;
}

function withRights(person: Omit<PersonInProject, 'writes'>): PersonInProject {
  return { ...person, writes: can('project.edit', person.role) === true };
}

/** Why somebody who is named somewhere can no longer act there; null for who can. */
export type Gone = 'from-workspace' | 'from-project' | null;

export function goneFrom(standing: {
  readonly role: MemberRole | null;
  readonly named: boolean;
  readonly visibility: Visibility;
}): Gone {
  const { role, named, visibility } = standing;
  if (role === null) return 'from-workspace';
  return roleInProject({ workspaceRole: role, named, visibility }) === undefined ? 'from-project' : null;
}
