import type { ProjectSummary } from '#lib/domain/checks/project-summary.ts';
import { roleInProject } from '#lib/domain/access/membership.ts';
import type { Stage } from '#lib/domain/worksheets/definition.ts';
import { pool, prepared } from '../db.ts';
import type { Grant } from './grants.ts';
import type { ProjectInList } from './projects.ts';
import { dayIn } from './reports.ts';

/** How the projects of a stage are ordered. */
export const portfolioSorts = ['changed', 'title', 'findings', 'questions', 'due'] as const;
export type PortfolioSort = (typeof portfolioSorts)[number];

/** What a project has to have to be shown. */
export const portfolioFilters = ['errors', 'findings', 'questions', 'overdue'] as const;
export type PortfolioFilter = (typeof portfolioFilters)[number];

type Counts = Omit<ProjectSummary, 'holdsUntil' | 'due' | 'openQuestions'> & { readonly openQuestions: number };

interface ShownSummary extends Counts {
  readonly due: { readonly date: string; readonly kind: string; readonly what: string } | null;
}

export interface PortfolioRow extends ProjectInList {
  /** As the last edit left it, or seconds before; `null` for seconds after a project was begun. */
  readonly summary: ShownSummary | null;
  readonly place: PortfolioPlace;
}

/** Where a row stands in its order, to go on after it. */
export interface PortfolioPlace {
  readonly rank: number;
  readonly key: string;
  readonly id: string;
}

export interface PortfolioPage {
  readonly archived: boolean;
  readonly title?: string | undefined;
  readonly stage?: Stage | undefined;
  readonly having?: PortfolioFilter | undefined;
  readonly sort: PortfolioSort;
  readonly after?: PortfolioPlace | undefined;
  readonly limit: number;
}

/** Ascending, each with the type of its values; the most pressing, or the newest, comes first. */
const sortKeys: Readonly<Record<PortfolioSort, { readonly key: string; readonly type: 'bigint' | 'text' }>> = {
  changed: { key: `-(extract(epoch FROM s."movedAt") * 1000)::bigint`, type: 'bigint' },
  title: { key: `lower(p."title")`, type: 'text' },
  findings: { key: `coalesce(-(m."errors" * 100000 + m."warnings"), 1)::bigint`, type: 'bigint' },
  questions: { key: `coalesce(-m."openQuestions", 1)::bigint`, type: 'bigint' },
  due: { key: `coalesce(m."dueOn", '9999-12-31')`, type: 'text' },
};

/** The place that a page before ended at, from its own words; the first page for what nobody here has written. */
export function readPortfolioPlace(after: string | undefined, sort: PortfolioSort): PortfolioPlace | undefined {
  const parts = /^([0-2])~(.*)~([0-9a-f-]{36})$/s.exec(after ?? '');
  const [, rank, key = '', id = ''] = parts ?? [];
  if (rank === undefined || (sortKeys[sort].type === 'bigint' && !/^-?\d{1,15}$/.test(key))) return undefined;
  return { rank: Number(rank), key, id };
}

interface PortfolioResult extends Omit<PortfolioRow, 'role' | 'summary' | 'place'>, Counts {
  readonly dueOn: string | null;
  readonly dueKind: string | null;
  readonly dueWhat: string | null;
  readonly named: boolean;
  readonly counted: boolean;
  readonly rank: number;
  readonly key: string;
}

/** The projects that the caller may know of with what is to be said of each, by stage: one query, however many there are. */
export async function readPortfolio(grant: Grant<'workspace.read'>, page: PortfolioPage): Promise<PortfolioRow[]> {
  const { key, type } = sortKeys[page.sort];
  const { rows } = await pool().query<PortfolioResult>(
    prepared({
      name: `portfolio-by-${page.sort}`,
      text: `SELECT * FROM (
        SELECT p."id", p."slug", p."title", p."visibility"::text AS "visibility", p."createdAt", p."archivedAt", p."deletedAt",
          s."movedAt" AS "changedAt", pm."userId" IS NOT NULL AS "named", m."projectId" IS NOT NULL AS "counted",
          m."stage", m."errors", m."warnings", m."openQuestions", m."dueOn", m."dueKind", m."dueWhat", m."owner",
          CASE m."stage" WHEN 'design' THEN 1 WHEN 'launch' THEN 2 ELSE 0 END AS "rank", ${key} AS "key"
        FROM "Project" p
        JOIN "EventStream" s ON s."id" = p."id"
        LEFT JOIN "ProjectSummary" m ON m."projectId" = p."id"
        LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = $2
        WHERE p."workspaceId" = $1 AND (p."archivedAt" IS NOT NULL) = $3
          AND ($4 OR pm."userId" IS NOT NULL OR ($5 AND p."visibility" = 'workspace'))
          AND strpos(lower(p."title"), lower($6)) > 0
          AND ($7::text IS NULL OR m."stage" = $7)
          AND CASE $8::text WHEN 'errors' THEN m."errors" > 0 WHEN 'findings' THEN m."errors" + m."warnings" > 0
            WHEN 'questions' THEN m."openQuestions" > 0 WHEN 'overdue' THEN m."dueOn" < $9 ELSE true END
      ) project WHERE ("rank", "key", "id") > ($10::int, $11::${type}, $12::uuid)
      ORDER BY "rank", "key", "id" LIMIT $13`,
      values: [
        grant.workspace.id,
        grant.actor.userId,
        page.archived,
        grant.role === 'owner' || grant.role === 'admin',
        grant.role !== 'guest',
        page.title ?? '',
        page.stage ?? null,
        page.having ?? null,
        dayIn(grant.workspace.timeZone, new Date()),
        page.after?.rank ?? -1,
        page.after?.key ?? (type === 'text' ? '' : '0'),
        page.after?.id ?? '00000000-0000-0000-0000-000000000000',
        page.limit,
      ],
    }),
  );
  const workspaceRole = grant.role === 'guest' ? undefined : grant.role;
  return rows.map((row) => {
    const { named, visibility } = row;
    return { ...projectOf(row), role: roleInProject({ workspaceRole, named, visibility }) ?? grant.role };
  });
}

function projectOf(row: PortfolioResult): Omit<PortfolioRow, 'role'> {
  const { id, slug, title, visibility, createdAt, changedAt, archivedAt, deletedAt } = row;
  const { counted, stage, errors, warnings, openQuestions, dueOn, dueKind, dueWhat, owner, rank, key } = row;
  const due = dueOn === null ? null : { date: dueOn, kind: dueKind ?? '', what: dueWhat ?? '' };
  return {
    id,
    slug,
    title,
    visibility,
    createdAt,
    changedAt,
    archivedAt,
    deletedAt,
    summary: counted ? { stage, errors, warnings, openQuestions, due, owner } : null,
    place: { rank, key, id },
  };
}
