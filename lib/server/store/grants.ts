import { can, type Ability } from '#lib/domain/access/can.ts';
import { roleInProject, type Visibility } from '#lib/domain/access/membership.ts';
import {
  isProjectPermission,
  isWorkspacePermission,
  type Permission,
  type ProjectPermission,
  type WorkspacePermission,
} from '#lib/domain/access/permissions.ts';
import type { MemberRole, Role } from '#lib/domain/access/roles.ts';
import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared } from '../db.ts';
import { isClaim, type Actor, type Caller } from './actor.ts';
import { actorFrom, actorOfSession, personById, personOfSession, type PersonRow } from './sessions.ts';

/** Only this file can make the key, so that only the guard can make a grant. */
const proof: unique symbol = Symbol('granted');

export interface WorkspaceRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly demo: boolean;
}

export interface ProjectRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly visibility: Visibility;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly archivedAt: Date | null;
  readonly deletedAt: Date | null;
}

interface WorkspacePlace {
  readonly actor: Actor;
  readonly workspace: WorkspaceRow;
  readonly role: Role;
}

interface ProjectPlace extends WorkspacePlace {
  readonly project: ProjectRow;
  /** Where the project's stream stood when the grant was made. */
  readonly sequence: number;
}

type Place<P extends Permission> = P extends ProjectPermission
  ? ProjectPlace
  : P extends WorkspacePermission
    ? WorkspacePlace
    : P extends 'public'
      ? { readonly actor: Actor | null }
      : { readonly actor: Actor };

/** Proof that the guard let this caller do `P` in this place. Stores demand it as their first argument. */
export type Grant<P extends Permission> = P extends Permission ? { readonly [proof]: P } & Place<P> : never;

/** Any right in a project lets one read it. */
export type ProjectGrant = Grant<ProjectPermission>;
export type WorkspaceGrant = Grant<WorkspacePermission>;

/** What a store wants to know of a project besides the right: asked in the same statement, one round trip for both. */
export interface Reading<T> {
  readonly name: string;
  /** An expression that yields JSON. It knows the project's id as place."id" and its own values from `$first` on. */
  text(first: number): string;
  readonly values: readonly (string | readonly string[])[];
  read(found: unknown): T;
}

/** Where something is: slugs, as in every address. */
export interface Address {
  readonly workspace?: string;
  readonly project?: string;
}

/**
 * The one guard. What the caller may not know of is not found; what they know but may not do is forbidden, with the reason.
 * One query, which also finds out whether the caller's session still holds.
 */
export async function guard<P extends Permission>(permission: P, caller: Caller, address: Address): Promise<Grant<P>> {
  return (await guardReading(permission, caller, address, undefined)).grant;
}

/** The same guard, with a reading of the project in its one query. What was read is given only to who may. */
export async function guardReading<P extends Permission, T>(
  permission: P,
  caller: Caller,
  address: Address,
  reading: Reading<T> | undefined,
): Promise<{ grant: Grant<P>; read: T }> {
  const { place, found } = isProjectPermission(permission)
    ? await projectFor(permission, caller, address, reading)
    : { place: await placeFor(permission, caller, address), found: undefined };
  // The condition on P can't be followed by the compiler; each kind of permission is answered with its own place.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the guard is the one place that may
  const grant = { ...place, [proof]: permission } as unknown as Grant<P>;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- T is undefined where nothing was asked
  return { grant, read: reading?.read(found) as T };
}

/** The reading alone, of a project whose right was granted before. */
export async function readAgain<T>(grant: ProjectGrant, reading: Reading<T>): Promise<T> {
  const { rows } = await pool().query<{ found: unknown }>(
    prepared({
      name: reading.name,
      text: `SELECT (${reading.text(2)}) AS "found" FROM (SELECT $1::uuid AS "id") place`,
      values: [grant.project.id, ...reading.values],
    }),
  );
  return reading.read(rows[0]?.found);
}

async function placeFor(
  permission: Exclude<Permission, ProjectPermission>,
  caller: Caller,
  address: Address,
): Promise<Place<Permission>> {
  if (permission === 'public') return { actor: await known(caller) };
  if (isWorkspacePermission(permission)) {
    const place = await findWorkspace(caller, address);
    demand(can(permission, place.role));
    return place;
  }
  const actor = (await known(caller)) ?? refuseUnknown();
  if (permission === 'account.manage' && actor.via.kind === 'token') {
    throw new AppError('forbidden', 'An API token cannot do this. Sign in with a browser.');
  }
  return { actor };
}

async function projectFor(
  permission: ProjectPermission,
  caller: Caller,
  address: Address,
  reading: Reading<unknown> | undefined,
): Promise<{ place: ProjectPlace; found: unknown }> {
  const asked = await findProject(caller, address, reading);
  demand(can(permission, asked.place.role, { archived: asked.place.project.archivedAt !== null }));
  return asked;
}

async function known(caller: Caller): Promise<Actor | null> {
  return caller !== null && isClaim(caller) ? actorOfSession(caller) : caller;
}

function refuseUnknown(): never {
  throw new AppError('unauthenticated', 'Sign in first.');
}

function demand(ability: Ability): void {
  if (ability !== true) throw new AppError('forbidden', ability);
}

/** What a statement answers about a place: the person, with the place or with nulls in its stead. */
type InPlace<T extends { readonly id: string }> = PersonRow & (T | { readonly [K in keyof T]: null });

/**
 * Asks for a place as seen by `person`, the caller.
 * @throws AppError unauthenticated, or not-found with the sentence
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller writes the statement and knows its row
async function askPlace<T extends { readonly id: string }>(
  caller: Caller,
  question: {
    readonly name: string;
    readonly text: string;
    readonly values: readonly string[];
    readonly missing: string;
  },
  reading?: Reading<unknown>,
): Promise<{ actor: Actor; row: PersonRow & T & { readonly found?: unknown } }> {
  if (caller === null) return refuseUnknown();
  const claimed = isClaim(caller);
  const values = [claimed ? caller.sessionId : caller.userId, ...question.values];
  const found = reading === undefined ? '' : `, (${reading.text(values.length + 1)}) AS "found"`;
  const { rows } = await pool().query<InPlace<T>>(
    prepared({
      name: [question.name, claimed ? 'session' : 'person', reading?.name].join(' '),
      text: `${claimed ? personOfSession : personById} SELECT *${found} FROM person LEFT JOIN LATERAL (${question.text}) place ON true`,
      values: [...values, ...(reading?.values ?? [])],
    }),
  );
  const row = rows[0];
  if (row === undefined) return refuseUnknown();
  if (row.id === null) throw new AppError('not-found', question.missing);
  return { actor: claimed ? await actorFrom(row, caller.sessionId) : caller, row };
}

async function findWorkspace(caller: Caller, address: Address): Promise<WorkspacePlace> {
  const { actor, row } = await askPlace<WorkspaceRow & { role: MemberRole | null }>(caller, {
    name: 'guard-workspace',
    text: `SELECT w."id", w."slug", w."name", w."timeZone", w."demo", m."role"::text AS "role"
      FROM "Workspace" w
      LEFT JOIN "Membership" m ON m."workspaceId" = w."id" AND m."userId" = person."userId"
      WHERE w."slug" = $2 AND (m."role" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "ProjectMember" pm JOIN "Project" p ON p."id" = pm."projectId"
        WHERE pm."userId" = person."userId" AND p."workspaceId" = w."id"))`,
    values: [address.workspace ?? ''],
    missing: 'There is no such workspace, or you are not in it.',
  });
  const { id, slug, name, timeZone, demo, role } = row;
  return { actor, workspace: { id, slug, name, timeZone, demo }, role: role ?? 'guest' };
}

interface FoundProject extends ProjectRow {
  readonly workspaceId: string;
  readonly workspaceSlug: string;
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly role: MemberRole | null;
  readonly named: boolean;
  readonly sequence: number;
}

/** A slug that the project had before is as good as its present one: addresses in old mails keep working. */
async function findProject(
  caller: Caller,
  address: Address,
  reading: Reading<unknown> | undefined,
): Promise<{ place: ProjectPlace; found: unknown }> {
  const missing = 'There is no such project, or you are not in it.';
  const question = {
    name: 'guard-project',
    text: `SELECT w."id" AS "workspaceId", w."slug" AS "workspaceSlug", w."name" AS "workspaceName", w."timeZone", w."demo",
        m."role"::text AS "role", pm."userId" IS NOT NULL AS "named",
        p."id", p."slug", p."title", p."visibility"::text AS "visibility", p."createdAt", s."movedAt" AS "changedAt",
        p."archivedAt", p."deletedAt", s."sequence"
      FROM "Workspace" w
      JOIN "Project" p ON p."id" = COALESCE(
        (SELECT now."id" FROM "Project" now WHERE now."workspaceId" = w."id" AND now."slug" = $3),
        (SELECT old."projectId" FROM "ProjectSlug" old WHERE old."workspaceId" = w."id" AND old."slug" = $3))
      JOIN "EventStream" s ON s."id" = p."id"
      LEFT JOIN "Membership" m ON m."workspaceId" = w."id" AND m."userId" = person."userId"
      LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = person."userId"
      WHERE w."slug" = $2`,
    values: [address.workspace ?? '', address.project ?? ''],
    missing,
  };
  const { actor, row } = await askPlace<FoundProject>(caller, question, reading);
  const role = roleInProject({ workspaceRole: row.role ?? undefined, named: row.named, visibility: row.visibility });
  if (role === undefined) throw new AppError('not-found', missing);
  const place = { actor, role, sequence: row.sequence, workspace: workspaceOf(row), project: projectOf(row) };
  return { place, found: row.found };
}

function workspaceOf(row: FoundProject): WorkspaceRow {
  return {
    id: row.workspaceId,
    slug: row.workspaceSlug,
    name: row.workspaceName,
    timeZone: row.timeZone,
    demo: row.demo,
  };
}

function projectOf(row: FoundProject): ProjectRow {
  const { id, slug, title, visibility, createdAt, changedAt, archivedAt, deletedAt } = row;
  return { id, slug, title, visibility, createdAt, changedAt, archivedAt, deletedAt };
}
