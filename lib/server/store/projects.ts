import type { Visibility } from '#lib/domain/access/membership.ts';
import { roleInProject } from '#lib/domain/access/membership.ts';
import type { MemberRole, Role } from '#lib/domain/access/roles.ts';
import { AppError } from '#lib/domain/errors.ts';
import { itemIdFrom } from '#lib/domain/ids.ts';
import { noImages, type Images } from '#lib/domain/images/image.ts';
import type { JsonObject } from '#lib/domain/json.ts';
import type { HistoryEntry } from '#lib/domain/projects/project-file.ts';
import { pool, prepared, transaction, type Transaction } from '../db.ts';
import { announce } from './announcements.ts';
import { append, command, openStream } from './events.ts';
import { addFileRecords, type FileRecords } from './file-records.ts';
import type { Grant, ProjectGrant, ProjectRow } from './grants.ts';
import { insertImages } from './images.ts';
import { freshId } from './new-id.ts';
import { placeProject } from './portfolio-places.ts';
import { beginWithHistory } from './project-history.ts';
import { writeSections } from './worksheets.ts';

export interface ProjectInList extends ProjectRow {
  readonly role: Role;
}

export interface ProjectPage {
  readonly archived: boolean;
  /** Part of the title, in any case; all projects where it is empty or absent. */
  readonly title?: string | undefined;
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** The projects that the caller may know of, newest first. */
export async function listProjects(grant: Grant<'workspace.read'>, page: ProjectPage): Promise<ProjectInList[]> {
  const seesAll = grant.role === 'owner' || grant.role === 'admin';
  const seesOpen = grant.role !== 'guest';
  const { rows } = await pool().query<ProjectRow & { named: boolean }>(
    prepared({
      name: 'projects-of-workspace',
      text: `SELECT p."id", p."slug", p."title", p."visibility"::text AS "visibility", p."createdAt", p."archivedAt", p."deletedAt",
        s."movedAt" AS "changedAt", pm."userId" IS NOT NULL AS "named"
      FROM "Project" p
      JOIN "EventStream" s ON s."id" = p."id"
      LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = $2
      WHERE p."workspaceId" = $1 AND (p."archivedAt" IS NOT NULL) = $3
        AND ($4 OR pm."userId" IS NOT NULL OR ($5 AND p."visibility" = 'workspace'))
        AND (p."createdAt", p."id") < ($6, $7::uuid)
        AND strpos(lower(p."title"), lower($9)) > 0
      ORDER BY p."createdAt" DESC, p."id" DESC LIMIT $8`,
      values: [
        grant.workspace.id,
        grant.actor.userId,
        page.archived,
        seesAll,
        seesOpen,
        page.after?.at ?? 'infinity',
        page.after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        page.limit,
        page.title ?? '',
      ],
    }),
  );
  const workspaceRole = grant.role === 'guest' ? undefined : grant.role;
  return rows.map(({ named, ...project }) => ({
    ...project,
    role: roleInProject({ workspaceRole, named, visibility: project.visibility }) ?? grant.role,
  }));
}

export interface NewProject {
  readonly title: string;
  readonly visibility: Visibility;
}

/**
 * Makes a project, with the sections of a file where it begins with one: both or neither. An empty worksheet has the
 * name of its project, since nothing is asked twice. The maker is named on the project, so that closing it never locks
 * them out.
 */
export async function createProject(
  grant: Grant<'projects.create'>,
  project: NewProject &
    Partial<FileRecords> & {
      readonly sections?: Readonly<Record<string, JsonObject>> | undefined;
      readonly images?: Images | undefined;
      readonly history?: readonly HistoryEntry[] | undefined;
    },
): Promise<ProjectRow> {
  const { workspace, actor } = grant;
  const { sections = { overview: { name: project.title } }, images = noImages, ...plain } = project;
  const { decisions = [], threads = [], history = [], ...named } = plain;
  const sequence = history.length + 1;
  const made = await transaction(async (tx) => {
    const row = await insertProject(tx, { ...named, workspaceId: workspace.id, by: actor.userId, history });
    await writeSections(tx, row.id, sections);
    await insertImages(tx, row.id, images);
    await addFileRecords(tx, row.id, { decisions, threads }, { by: actor.userId, sequence });
    return row;
  });
  announce(made.id, sequence);
  return made;
}

/** The trusting half: it asks nobody for a right. */
export async function insertProject(
  tx: Transaction,
  project: NewProject & {
    readonly workspaceId: string;
    readonly by: string;
    /** Of the file that it comes with. */
    readonly history?: readonly HistoryEntry[] | undefined;
  },
): Promise<ProjectRow> {
  const { workspaceId, by, title, visibility, history = [] } = project;
  const id = freshId();
  const slug = await freeSlug(tx, workspaceId, title);
  await openStream(tx, id);
  const { createdAt } = await tx.project.create({
    data: { id, workspaceId, slug, title, visibility, members: { create: { userId: by } } },
    select: { createdAt: true },
  });
  await beginWithHistory(tx, { workspaceId, projectId: id }, history);
  const payload = { title, visibility, ...(history.length > 0 && { history: history.length }) };
  await append(tx, { workspaceId, projectId: id }, by, { type: 'project.created', payload });
  await placeProject(tx, id);
  return { id, slug, title, visibility, createdAt, changedAt: createdAt, archivedAt: null, deletedAt: null };
}

async function freeSlug(tx: Transaction, workspaceId: string, title: string): Promise<string> {
  const [now, before] = await Promise.all([
    tx.project.findMany({ where: { workspaceId }, select: { slug: true } }),
    tx.projectSlug.findMany({ where: { workspaceId }, select: { slug: true } }),
  ]);
  const readable = /[a-z0-9]/i.test(title) ? title : 'project';
  return itemIdFrom(readable, new Set([...now, ...before].map((row) => row.slug)));
}

export interface ProjectChange {
  readonly title?: string | undefined;
  readonly slug?: string | undefined;
  readonly visibility?: Visibility | undefined;
}

/** The former slug keeps leading here. @throws AppError conflict when another project has the slug */
export async function updateProject(grant: Grant<'project.update'>, change: ProjectChange): Promise<ProjectRow> {
  const { workspace, project, actor } = grant;
  const { title, slug, visibility } = { ...project, ...withoutAbsent(change) };
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, add) => {
    if (slug !== project.slug) await moveSlug(tx, workspace.id, project, slug);
    await tx.project.update({
      where: { id: project.id, workspaceId: workspace.id },
      data: { title, slug, visibility },
    });
    if (visibility === 'members') await name(tx, project.id, [actor.userId]);
    const before = { title: project.title, slug: project.slug, visibility: project.visibility };
    await add({ type: 'project.updated', payload: { before, title, slug, visibility } });
    await placeProject(tx, project.id);
  });
  return { ...project, title, slug, visibility, changedAt: new Date() };
}

function withoutAbsent(change: ProjectChange): { title?: string; slug?: string; visibility?: Visibility } {
  const { title, slug, visibility } = change;
  return {
    ...(title !== undefined && { title }),
    ...(slug !== undefined && { slug }),
    ...(visibility !== undefined && { visibility }),
  };
}

async function moveSlug(tx: Transaction, workspaceId: string, project: ProjectRow, slug: string): Promise<void> {
  const taken = await tx.project.findUnique({
    where: { workspaceId_slug: { workspaceId, slug } },
    select: { id: true },
  });
  if (taken !== null) throw new AppError('conflict', 'Another project has this address.', { path: 'slug' });
  await tx.projectSlug.deleteMany({ where: { workspaceId, slug } });
  await tx.projectSlug.create({ data: { workspaceId, slug: project.slug, projectId: project.id } });
}

async function name(tx: Transaction, projectId: string, userIds: readonly string[]): Promise<void> {
  await tx.projectMember.createMany({ data: userIds.map((userId) => ({ projectId, userId })), skipDuplicates: true });
}

/** Archiving puts a project aside for as long as one likes; deleting purges it after thirty days; both can be undone. */
export async function setAside(
  grant: Grant<'project.archive'> | Grant<'project.delete'>,
  how: 'archived' | 'restored' | 'deleted',
): Promise<void> {
  const { workspace, project, actor } = grant;
  const now = new Date();
  const data = {
    archived: { archivedAt: project.archivedAt ?? now, deletedAt: null },
    restored: { archivedAt: null, deletedAt: null },
    deleted: { archivedAt: project.archivedAt ?? now, deletedAt: now },
  }[how];
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, add) => {
    await tx.project.update({ where: { id: project.id, workspaceId: workspace.id }, data });
    await add({ type: `project.${how}`, payload: {} });
    await placeProject(tx, project.id);
  });
}

export interface ProjectMemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** The people named on a project; for one that is open to the workspace its other members may read it all the same. */
export async function listProjectMembers(grant: ProjectGrant): Promise<ProjectMemberRow[]> {
  const { rows } = await pool().query<Omit<ProjectMemberRow, 'role'> & { role: MemberRole | null }>(
    prepared({
      name: 'members-of-project',
      text: `SELECT u."id", u."name", u."email", m."role"::text AS "role"
      FROM "ProjectMember" pm JOIN "User" u ON u."id" = pm."userId"
      LEFT JOIN "Membership" m ON m."userId" = u."id" AND m."workspaceId" = $2
      WHERE pm."projectId" = $1 ORDER BY pm."createdAt", u."id" LIMIT 500`,
      values: [grant.project.id, grant.workspace.id],
    }),
  );
  return rows.map((row) => ({ ...row, role: row.role ?? 'guest' }));
}

/**
 * Names exactly these people. Members of the workspace can be added; guests come by invitation and can only be kept or
 * removed. The caller stays named.
 * @throws AppError bad-input for a person who is neither
 */
export async function setProjectMembers(grant: Grant<'project.share'>, userIds: readonly string[]): Promise<void> {
  const { workspace, project, actor } = grant;
  const wanted = [...new Set([...userIds, actor.userId])];
  await command({ workspaceId: workspace.id, projectId: project.id }, actor.userId, async (tx, add) => {
    const members = await tx.membership.findMany({
      where: { workspaceId: workspace.id, userId: { in: wanted } },
      select: { userId: true },
    });
    const named = await tx.projectMember.findMany({ where: { projectId: project.id }, select: { userId: true } });
    const possible = new Set([...members, ...named].map((row) => row.userId));
    if (wanted.some((id) => !possible.has(id))) {
      throw new AppError('bad-input', 'One of these people is not in the workspace.', { path: 'members' });
    }
    await tx.projectMember.deleteMany({ where: { projectId: project.id, userId: { notIn: wanted } } });
    await name(tx, project.id, wanted);
    await add({ type: 'project.membersChanged', payload: { before: named.map((row) => row.userId), members: wanted } });
  });
}
