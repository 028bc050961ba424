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

/** How each order is kept in PortfolioPlace: the type of its values, all ascending. */
const typeOf: Readonly<Record<PortfolioSort, 'bigint' | 'text'>> = {
  changed: 'bigint',
  title: 'text',
  findings: 'bigint',
  questions: 'bigint',
  due: 'text',
};

/** Before every value of the type. */
const FIRST = { bigint: '-9223372036854775808', text: '' } as const;
const NO_ID = '00000000-0000-0000-0000-000000000000';
const ranks: Readonly<Record<Stage, number>> = { framing: 0, design: 1, launch: 2 };

/** The place that a page before ended at, from its own words; the first page for what nobody here has written. */
export function readPortfolioPlace(after: string | undefined, sort: PortfolioSort): PortfolioPlace | undefined {
  const parts = /^([0-2])~(.*)~([0-9a-f-]{36})$/s.exec(after ?? '');
  const [, rank, key = '', id = ''] = parts ?? [];
  if (rank === undefined || (typeOf[sort] === 'bigint' && !/^-?\d{1,15}$/.test(key))) return undefined;
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

/**
 * The projects that the caller may know of with what is to be said of each, by stage: one query, whose inner half walks
 * along the index of the order and ends with the page, so that it takes the same for ten projects and for thousands.
 */
export async function readPortfolio(grant: Grant<'workspace.read'>, page: PortfolioPage): Promise<PortfolioRow[]> {
  const { sort, after } = page;
  const rank = page.stage && ranks[page.stage];
  const { rows } = await pool().query<PortfolioResult>(
    prepared({
      name: `portfolio-by-${sort}`,
      text: `SELECT p."id", p."slug", p."title", p."visibility"::text AS "visibility", p."createdAt", p."archivedAt", p."deletedAt",
          s."movedAt" AS "changedAt", pm."userId" IS NOT NULL AS "named", m."projectId" IS NOT NULL AS "counted",
          m."stage", m."errors", m."warnings", m."openQuestions", m."dueOn", m."dueKind", m."dueWhat", m."owner",
          place."rank", place."key"
        FROM (SELECT "projectId", "rank", "${sort}" AS "key" FROM "PortfolioPlace" one
          WHERE "workspaceId" = $1 AND "archived" = $3 AND "rank" BETWEEN $14 AND $7
            AND ("rank", "${sort}", "projectId") > ($10::int, $11::${typeOf[sort]}, $12::uuid)
            AND strpos("title", lower($6)) > 0
            AND CASE $8::text WHEN 'errors' THEN "findings" <= -100000 WHEN 'findings' THEN "findings" < 0
              WHEN 'questions' THEN "questions" < 0 WHEN 'overdue' THEN "due" < $9 ELSE true END
            AND ($4 OR EXISTS (SELECT FROM "ProjectMember" WHERE "projectId" = one."projectId" AND "userId" = $2)
              OR ($5 AND EXISTS (SELECT FROM "Project" WHERE "id" = one."projectId" AND "visibility" = 'workspace')))
          ORDER BY "rank", "${sort}", "projectId" LIMIT $13) place
        JOIN "Project" p ON p."id" = place."projectId" AND p."workspaceId" = $1
        JOIN "EventStream" s ON s."id" = p."id"
        LEFT JOIN "ProjectSummary" m ON m."projectId" = p."id"
        LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = $2
        ORDER BY place."rank", place."key", place."projectId"`,
      values: [
        grant.workspace.id,
        grant.actor.userId,
        page.archived,
        grant.role === 'owner' || grant.role === 'admin',
        grant.role !== 'guest',
        page.title ?? '',
        rank ?? ranks.launch,
        page.having ?? null,
        dayIn(grant.workspace.timeZone, new Date()),
        after?.rank ?? rank ?? ranks.framing,
        after?.key ?? FIRST[typeOf[sort]],
        after?.id ?? NO_ID,
        page.limit,
        rank ?? ranks.framing,
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
