import { valueThenAndNow, type ThenAndNow } from '#lib/domain/decisions/value-then-and-now.ts';
import { storedDecision } from '#lib/domain/worksheets/decision-records.ts';
import type { Decision, DecisionLink, DecisionStatus } from '#lib/domain/worksheets/decision.ts';
import { pool, prepared } from '../db.ts';
import { noDecision } from './decision-rows.ts';
import type { Grant, ProjectGrant } from './grants.ts';
import { personAs } from './people.ts';
import { dayIn, today } from './reports.ts';
import { readDraft } from './worksheet-files.ts';

/** A decision as lists show it. */
export interface DecisionLine {
  readonly number: number;
  readonly title: string;
  readonly status: DecisionStatus;
  /** Title of the chosen option. */
  readonly chosen: string | null;
  readonly makers: readonly string[];
  readonly tags: readonly string[];
  /** Plain dates. */
  readonly date: string | null;
  readonly reviewBy: string | null;
  /** It was to be looked at again by a day that has come, and nobody has. */
  readonly due: boolean;
  readonly supersededBy: number | null;
  readonly neededForApproval: boolean;
  /** Of the fields and items that it shaped. */
  readonly paths: readonly string[];
  /** Numbers of the threads that it came from. */
  readonly threads: readonly number[];
  readonly changedAt: Date;
}

export interface DecisionFilter {
  readonly status?: DecisionStatus | undefined;
  /** Part of the name of whoever decided. */
  readonly person?: string | undefined;
  readonly tag?: string | undefined;
  readonly due?: boolean | undefined;
  readonly limit: number;
}

const IS_DUE = (day: string) => `(d."reviewBy" <= ${day} AND d."status" IN ('proposed', 'accepted'))`;

const line = (day: string) => `d."number", d."status"::text AS "status", d."record"->>'title' AS "title",
  (SELECT o->>'title' FROM jsonb_array_elements(d."record"->'options') o WHERE o->>'id' = d."record"->>'chosen') AS "chosen",
  jsonb_path_query_array(d."record", '$.makers[*].name') AS "makers", coalesce(d."record"->'tags', '[]') AS "tags",
  d."record"->>'date' AS "date", to_char(d."reviewBy", 'YYYY-MM-DD') AS "reviewBy", coalesce(${IS_DUE(day)}, false) AS "due",
  (d."record"->>'supersededBy')::int AS "supersededBy",
  coalesce((d."record"->>'neededForApproval')::boolean, false) AS "neededForApproval",
  jsonb_path_query_array(d."record", '$.links[*] ? (@.kind == "field").path') AS "paths",
  jsonb_path_query_array(d."record", '$.links[*] ? (@.kind == "thread").number') AS "threads", d."changedAt"`;

const matches = (day: string, first: number) => `($${first}::text IS NULL OR d."status"::text = $${first})
  AND ($${first + 1}::text IS NULL OR EXISTS (SELECT 1 FROM jsonb_path_query(d."record", '$.makers[*].name') AS maker
    WHERE strpos(lower(maker #>> '{}'), lower($${first + 1})) > 0))
  AND ($${first + 2}::text IS NULL OR d."record"->'tags' ? $${first + 2})
  AND (NOT $${first + 3}::boolean OR ${IS_DUE(day)})`;

const asked = ({ status, person, tag, due }: DecisionFilter) => [
  status ?? null,
  person ?? null,
  tag ?? null,
  due ?? false,
];

/** The decisions of a project, the newest first; those about one field or what is in it where `path` says so. */
export async function listDecisions(
  grant: ProjectGrant,
  filter: DecisionFilter & {
    readonly path?: string | undefined;
    readonly thread?: number | undefined;
    /** Only those with a smaller number. */
    readonly before?: number | undefined;
  },
): Promise<DecisionLine[]> {
  const { rows } = await pool().query<DecisionLine>(
    prepared({
      name: 'decisions-of-project',
      text: `SELECT ${line('$2::date')} FROM "Decision" d
        WHERE d."projectId" = $1 AND d."number" < $3
          AND ($4::text IS NULL OR EXISTS (SELECT 1 FROM jsonb_path_query(d."record", '$.links[*].path') AS path
            WHERE path #>> '{}' = $4 OR starts_with(path #>> '{}', $4 || '.')))
          AND ($5::int IS NULL OR d."record" @> jsonb_build_object('links', jsonb_build_array(
            jsonb_build_object('kind', 'thread', 'number', $5::int))))
          AND ${matches('$2::date', 6)}
        ORDER BY d."number" DESC LIMIT $10`,
      values: [
        grant.project.id,
        today(grant),
        filter.before ?? 2_147_483_647,
        filter.path ?? null,
        filter.thread ?? null,
        ...asked(filter),
        filter.limit,
      ],
    }),
  );
  return rows;
}

export interface DecisionOfWorkspace extends DecisionLine {
  readonly id: string;
  readonly project: { readonly slug: string; readonly title: string };
}

/** The decisions of all projects that the caller may know of, the one that changed last first. */
export async function decisionsOfWorkspace(
  grant: Grant<'workspace.read'>,
  filter: DecisionFilter & {
    readonly projectSlug?: string | undefined;
    readonly after?: { readonly at: Date; readonly id: string } | undefined;
  },
): Promise<DecisionOfWorkspace[]> {
  const seesAll = grant.role === 'owner' || grant.role === 'admin';
  const { rows } = await pool().query<Omit<DecisionOfWorkspace, 'project'> & { slug: string; projectTitle: string }>(
    prepared({
      name: 'decisions-of-workspace',
      text: `SELECT ${line('$5::date')}, d."id", p."slug", p."title" AS "projectTitle"
        FROM "Project" p JOIN "Decision" d ON d."projectId" = p."id"
        LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = $2
        WHERE p."workspaceId" = $1 AND p."archivedAt" IS NULL
          AND ($3 OR pm."userId" IS NOT NULL OR ($4 AND p."visibility" = 'workspace'))
          AND ($6::text IS NULL OR p."slug" = $6) AND (d."changedAt", d."id") < ($7, $8::uuid)
          AND ${matches('$5::date', 9)}
        ORDER BY d."changedAt" DESC, d."id" DESC LIMIT $13`,
      values: [
        grant.workspace.id,
        grant.actor.userId,
        seesAll,
        grant.role !== 'guest',
        dayIn(grant.workspace.timeZone, new Date()),
        filter.projectSlug ?? null,
        filter.after?.at ?? 'infinity',
        filter.after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        ...asked(filter),
        filter.limit,
      ],
    }),
  );
  return rows.map(({ slug, projectTitle, ...row }) => ({ ...row, project: { slug, title: projectTitle } }));
}

type FieldLink = DecisionLink & { readonly kind: 'field' };

export interface ShownDecision {
  readonly decision: Decision;
  /** Of the last event that changed it: what a change is made from. */
  readonly sequence: number;
  readonly recordedAt: Date;
  readonly changedAt: Date;
  /** Null once the account is gone. */
  readonly recordedBy: { readonly id: string; readonly name: string } | null;
  /** The fields that it shaped, as they stood and as they stand. */
  readonly fields: readonly (Pick<FieldLink, 'path' | 'label'> & ThenAndNow)[];
  /** Of those that it supersedes, and of the one that superseded it. */
  readonly others: readonly { readonly number: number; readonly title: string }[];
}

/** @throws AppError not-found */
export async function readDecision(grant: ProjectGrant, number: number): Promise<ShownDecision> {
  const [{ rows }, draft] = await Promise.all([
    pool().query<Omit<ShownDecision, 'decision' | 'fields'> & { record: unknown }>(
      prepared({
        name: 'one-decision',
        text: `SELECT d."record", d."sequence", d."recordedAt", d."changedAt", ${personAs('u')} AS "recordedBy",
            coalesce((SELECT jsonb_agg(jsonb_build_object('number', o."number", 'title', o."record"->>'title') ORDER BY o."number")
              FROM "Decision" o WHERE o."projectId" = d."projectId" AND (o."number" = (d."record"->>'supersededBy')::int
                OR d."record"->'supersedes' @> to_jsonb(o."number"))), '[]') AS "others"
          FROM "Decision" d LEFT JOIN "User" u ON u."id" = d."recordedBy" WHERE d."projectId" = $1 AND d."number" = $2`,
        values: [grant.project.id, number],
      }),
    ),
    readDraft(grant),
  ]);
  const row = rows[0];
  if (row === undefined) throw noDecision(number);
  const { record, ...more } = row;
  const decision = storedDecision(record);
  const fields = decision.links
    .filter((link): link is FieldLink => link.kind === 'field')
    .map((link) => ({ path: link.path, label: link.label, ...valueThenAndNow(link, draft.sections) }));
  return { decision, fields, ...more };
}
