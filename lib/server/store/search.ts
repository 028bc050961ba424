import { pool, prepared } from '../db.ts';
import type { Grant } from './grants.ts';

export interface Hit {
  readonly project: { readonly slug: string; readonly title: string };
  /** Absent when the title itself matched. */
  readonly section: string | null;
  /** Text around the match. */
  readonly excerpt: string;
}

const around = 60;

/**
 * Titles and answers of the projects that the caller may see; titles first, then newest edits. An answer that only
 * repeats the title is no second hit.
 */
export async function searchWorkspace(grant: Grant<'workspace.read'>, query: string, limit: number): Promise<Hit[]> {
  const seesAll = grant.role === 'owner' || grant.role === 'admin';
  const seesOpen = grant.role !== 'guest';
  const { rows } = await pool().query<{ slug: string; title: string; section: string | null; excerpt: string }>(
    prepared({
      name: 'search-workspace',
      text: `WITH visible AS (
        SELECT p."id", p."slug", p."title" FROM "Project" p
        LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = $2
        WHERE p."workspaceId" = $1 AND p."archivedAt" IS NULL
          AND ($3 OR pm."userId" IS NOT NULL OR ($4 AND p."visibility" = 'workspace'))
      ), hit AS (
        SELECT v."slug", v."title", NULL AS "section", v."title" AS "text", now() AS "at" FROM visible v
        WHERE strpos(lower(v."title"), lower($5)) > 0
        UNION ALL
        SELECT v."slug", v."title", s."section", answer #>> '{}', s."updatedAt" FROM visible v
        JOIN "Section" s ON s."projectId" = v."id"
        CROSS JOIN LATERAL jsonb_path_query(s."value", 'strict $.** ? (@.type() == "string")') AS answer
        WHERE strpos(lower(answer #>> '{}'), lower($5)) > 0 AND answer #>> '{}' <> v."title"
      )
      SELECT "slug", "title", "section",
        substr("text", greatest(1, strpos(lower("text"), lower($5)) - ${around}), length($5) + 2 * ${around}) AS "excerpt"
      FROM hit ORDER BY "section" IS NOT NULL, "at" DESC, "slug", "section" LIMIT $6`,
      values: [grant.workspace.id, grant.actor.userId, seesAll, seesOpen, query, limit],
    }),
  );
  return rows.map(({ slug, title, section, excerpt }) => ({ project: { slug, title }, section, excerpt }));
}
