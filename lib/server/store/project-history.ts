import { carriedEventTypes } from '#lib/domain/projects/project-events.ts';
import type { HistoryEntry } from '#lib/domain/projects/project-file.ts';
import { FORMER } from '#lib/domain/threads/thread-words.ts';
import { pool, prepared, type Transaction } from '../db.ts';
import type { ProjectGrant } from './grants.ts';

/** What happened to a project, oldest first, with people by name: one statement. */
export async function readHistory(grant: ProjectGrant): Promise<HistoryEntry[]> {
  const { rows } = await pool().query<Omit<HistoryEntry, 'at'> & { readonly at: Date }>(
    prepared({
      name: 'history-of-project',
      text: `SELECT e."at", coalesce(u."name", e."actorName", CASE WHEN e."actorId" IS NOT NULL THEN '' END) AS "by", e."type", e."payload"
        FROM "Event" e LEFT JOIN "User" u ON u."id" = e."actorId"
        WHERE e."streamId" = $1 AND e."type" = ANY ($2::text[]) ORDER BY e."sequence"`,
      values: [grant.project.id, carriedEventTypes],
    }),
  );
  return rows.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
}

/**
 * Writes the history of a file at the begin of a stream that has just been opened. Its people stay names: a file says
 * what somebody did, and no account here did it.
 */
export async function beginWithHistory(
  tx: Transaction,
  { workspaceId, projectId }: { readonly workspaceId: string; readonly projectId: string },
  history: readonly HistoryEntry[],
): Promise<void> {
  if (history.length === 0) return;
  const names = history.map(({ by }) => (by === '' ? FORMER : by));
  await tx.$executeRaw`
    INSERT INTO "Event" ("streamId", "sequence", "workspaceId", "projectId", "actorName", "type", "payload", "at")
    SELECT ${projectId}::uuid, entry.n, ${workspaceId}::uuid, ${projectId}::uuid, entry.by, entry.type, entry.payload::jsonb, entry.at::timestamptz
    FROM unnest(${names}::text[], ${history.map(({ type }) => type)}::text[],
      ${history.map(({ payload }) => JSON.stringify(payload))}::text[], ${history.map(({ at }) => at)}::text[])
      WITH ORDINALITY AS entry (by, type, payload, at, n)`;
  await tx.$executeRaw`UPDATE "EventStream" SET "sequence" = ${history.length} WHERE "id" = ${projectId}::uuid`;
}
