import { pool, prepared } from '../db.ts';
import type { Grant } from './grants.ts';

/** A project as a list over several workspaces names it. */
interface ProjectInWorkspace {
  readonly workspace: { readonly slug: string; readonly name: string; readonly timeZone: string };
  readonly project: { readonly slug: string; readonly title: string };
}

export interface WaitingQuestion extends ProjectInWorkspace {
  readonly path: string;
  readonly label: string;
  /** Plain date. */
  readonly by: string | null;
  /** When it came to this person. */
  readonly since: Date;
  /** Who asked; null where the worksheet only names this person. */
  readonly askedBy: string | null;
  readonly note: string | null;
}

interface PlaceRow {
  readonly workspaceSlug: string;
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly slug: string;
  readonly title: string;
}

const place = `w."slug" AS "workspaceSlug", w."name" AS "workspaceName", w."timeZone", p."slug", p."title"`;

/** Joins a project to its workspace and to how the person `$1` stands to it; only what they may know of is left. */
export const inSight = `
  JOIN "Workspace" w ON w."id" = p."workspaceId"
  LEFT JOIN "Membership" m ON m."workspaceId" = p."workspaceId" AND m."userId" = $1
  LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = $1
  WHERE p."archivedAt" IS NULL AND (m."role" IN ('owner', 'admin') OR pm."userId" IS NOT NULL
    OR (m."role" IS NOT NULL AND p."visibility" = 'workspace'))`;

/** Projects that the person `$1` may know of, to begin a statement with; `inSight` says which of them they do. */
const projectsOfPerson = `(SELECT i."id" FROM "Membership" o JOIN "Project" i ON i."workspaceId" = o."workspaceId" WHERE o."userId" = $1
        UNION SELECT "projectId" FROM "ProjectMember" WHERE "userId" = $1)`;

/**
 * What is not known yet and waits for the caller, in every workspace: asked of this account, or written down under
 * their name or mail address. The first to be due comes first.
 */
export async function questionsFor(grant: Grant<'account.read'>, limit: number): Promise<WaitingQuestion[]> {
  const { userId, name, email } = grant.actor;
  const { rows } = await pool().query<PlaceRow & Omit<WaitingQuestion, keyof ProjectInWorkspace>>(
    prepared({
      name: 'questions-of-person',
      text: `SELECT ${place}, q."path", q."label", q."by", q."since", asker."name" AS "askedBy", q."note"
      FROM "OpenQuestion" q
      JOIN "Project" p ON p."id" = q."projectId"
      LEFT JOIN "User" asker ON asker."id" = q."askedById"
      ${inSight} AND (q."askedId" = $1 OR (q."askedId" IS NULL AND q."who" = ANY ($2::citext[])))
      ORDER BY q."by" NULLS LAST, q."since", q."projectId", q."path" LIMIT $3`,
      values: [userId, [name, email], limit],
    }),
  );
  return rows.map(({ path, label, by, since, askedBy, note, ...row }) => ({
    ...placeOf(row),
    path,
    label,
    by,
    since,
    askedBy,
    note,
  }));
}

export interface DueInProject extends ProjectInWorkspace {
  /** Plain date. */
  readonly date: string;
  readonly kind: string;
  readonly what: string;
}

/** What is due next in the projects that name the caller, or of which they own a section: what is over included. */
export async function dueFor(
  grant: Grant<'account.read'>,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<DueInProject[]> {
  const { rows } = await pool().query<PlaceRow & { date: string; kind: string; what: string }>(
    prepared({
      name: 'due-for-person',
      text: `SELECT ${place}, s."dueOn" AS "date", s."dueKind" AS "kind", s."dueWhat" AS "what"
      FROM (SELECT "projectId" FROM "ProjectMember" WHERE "userId" = $1
        UNION SELECT "projectId" FROM "SectionOwner" WHERE "userId" = $1) mine
      JOIN "ProjectSummary" s ON s."projectId" = mine."projectId"
      JOIN "Project" p ON p."id" = mine."projectId"
      ${inSight} AND s."dueOn" <= to_char(now() + make_interval(days => $2), 'YYYY-MM-DD')
      ORDER BY s."dueOn", p."id" LIMIT $3`,
      values: [grant.actor.userId, days, limit],
    }),
  );
  return rows.map(({ date, kind, what, ...row }) => ({ ...placeOf(row), date, kind, what }));
}

export interface DueDecision extends ProjectInWorkspace {
  readonly number: number;
  readonly title: string;
  /** Plain date by which it was to be looked at again. */
  readonly reviewBy: string;
}

/** Decisions whose day to be looked at again has come, of which the caller is a maker or has written the record. */
export async function dueDecisionsFor(grant: Grant<'account.read'>, limit: number): Promise<DueDecision[]> {
  const { userId, name } = grant.actor;
  const { rows } = await pool().query<PlaceRow & { number: number; decision: string; reviewBy: string }>(
    prepared({
      name: 'due-decisions-of-person',
      text: `SELECT ${place}, d."number", d."record"->>'title' AS "decision", to_char(d."reviewBy", 'YYYY-MM-DD') AS "reviewBy"
      FROM ${projectsOfPerson} mine
      JOIN "Decision" d ON d."projectId" = mine."id"
      JOIN "Project" p ON p."id" = mine."id"
      ${inSight} AND d."status" IN ('proposed', 'accepted') AND d."reviewBy" <= (now() AT TIME ZONE w."timeZone")::date
        AND (d."recordedBy" = $1 OR EXISTS (SELECT 1 FROM jsonb_array_elements(d."record"->'makers') maker
          WHERE maker->>'member' = $1::text OR (maker->>'member' IS NULL AND lower(maker->>'name') = lower($2))))
      ORDER BY d."reviewBy", d."id" LIMIT $3`,
      values: [userId, name, limit],
    }),
  );
  return rows.map(({ number, decision, reviewBy, ...row }) => ({ ...placeOf(row), number, title: decision, reviewBy }));
}

export interface RecentProject extends ProjectInWorkspace {
  readonly changedAt: Date;
}

/** The projects that the caller may see and that changed last, in every workspace. */
export async function recentFor(grant: Grant<'account.read'>, limit: number): Promise<RecentProject[]> {
  const { rows } = await pool().query<PlaceRow & { changedAt: Date }>(
    prepared({
      name: 'recent-for-person',
      text: `SELECT ${place}, s."movedAt" AS "changedAt"
      FROM ${projectsOfPerson} mine
      JOIN "EventStream" s ON s."id" = mine."id"
      JOIN "Project" p ON p."id" = mine."id"
      ${inSight}
      ORDER BY s."movedAt" DESC, p."id" LIMIT $2`,
      values: [grant.actor.userId, limit],
    }),
  );
  return rows.map(({ changedAt, ...row }) => ({ ...placeOf(row), changedAt }));
}

function placeOf({ workspaceSlug, workspaceName, timeZone, slug, title }: PlaceRow): ProjectInWorkspace {
  return { workspace: { slug: workspaceSlug, name: workspaceName, timeZone }, project: { slug, title } };
}
