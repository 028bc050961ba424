import type { CommentRecord, ThreadRecord } from '#lib/domain/worksheets/thread-record.ts';
import { mergeThreads } from '#lib/domain/threads/merge-threads.ts';
import { pool, prepared, type Transaction } from '../db.ts';
import type { ProjectGrant } from './grants.ts';
import { freshId } from './new-id.ts';
import { anchorColumns, storedAnchor } from './thread-rows.ts';

/** Instants as PostgreSQL writes them into JSON. */
interface StoredComment extends Omit<CommentRecord, 'earlier'> {
  readonly earlier: CommentRecord['earlier'] | null;
}

type StoredRecord = Omit<ThreadRecord, 'anchor' | 'comments'> & {
  readonly anchor: unknown;
  readonly comments: readonly StoredComment[];
};

/** The threads of a project ($1) in the order of their numbers, with people by name. */
const records = `SELECT t."number", t."kind"::text AS "kind", t."blocking", t."anchor",
    CASE WHEN t."resolvedAt" IS NOT NULL THEN
      jsonb_build_object('by', coalesce(r."name", t."resolvedName", ''), 'at', t."resolvedAt") END AS "resolved",
    (SELECT jsonb_agg(jsonb_build_object('by', coalesce(u."name", c."authorName", ''), 'at', c."at", 'text', c."body",
        'deleted', c."deletedAt", 'earlier', (
          SELECT jsonb_agg(jsonb_build_object('text', w."body", 'until', w."until") ORDER BY w."until")
          FROM "CommentWording" w WHERE w."commentId" = c."id")) ORDER BY c."at", c."sequence")
      FROM "Comment" c LEFT JOIN "User" u ON u."id" = c."authorId" WHERE c."threadId" = t."id") AS "comments"
  FROM "Thread" t LEFT JOIN "User" r ON r."id" = t."resolvedById"
  WHERE t."projectId" = $1::uuid ORDER BY t."number"`;

/** What people said about a project, as its file carries it: one statement. */
export async function readThreadRecords(grant: ProjectGrant): Promise<ThreadRecord[]> {
  const { rows } = await pool().query<StoredRecord>(
    prepared({ name: 'thread-records', text: records, values: [grant.project.id] }),
  );
  return rows.map(asRecord);
}

function asRecord({ anchor, comments, resolved, ...thread }: StoredRecord): ThreadRecord {
  return {
    ...thread,
    anchor: storedAnchor(anchor),
    comments: comments.map(({ at, earlier, deleted, ...comment }) => ({
      ...comment,
      at: instant(at),
      earlier: (earlier ?? []).map(({ text, until }) => ({ text, until: instant(until) })),
      deleted: deleted === null ? null : instant(deleted),
    })),
    resolved: resolved === null ? null : { by: resolved.by, at: instant(resolved.at) },
  };
}

/** '2026-11-01T09:00:00+00:00' and '2026-11-01T09:00:00.000Z' are one instant. */
function instant(stored: string): string {
  return new Date(stored).toISOString();
}

/**
 * Writes the threads of a file beside those that there are. Their people stay names: a file puts no words into the mouth
 * of a member, and calls nobody.
 * @returns numbers of the file to those of the project
 */
export async function addThreads(
  tx: Transaction,
  projectId: string,
  file: readonly ThreadRecord[],
): Promise<ReadonlyMap<number, number>> {
  if (file.length === 0) return new Map();
  const stood = await tx.$queryRawUnsafe<StoredRecord[]>(records, projectId);
  const { added, replies, numbers } = mergeThreads(stood.map(asRecord), file);
  const made = added.map((thread) => ({ ...thread, id: freshId() }));
  await tx.thread.createMany({
    data: made.map(({ id, number, kind, blocking, anchor, comments, resolved }) => ({
      id,
      projectId,
      number,
      kind,
      blocking,
      ...anchorColumns(anchor),
      ...(comments[0] && { createdAt: comments[0].at }),
      ...(resolved !== null && { resolvedAt: resolved.at, resolvedName: named(resolved.by) }),
    })),
  });
  const there = await tx.thread.findMany({
    where: { projectId, number: { in: replies.map(({ number }) => number) } },
    select: { id: true, number: true },
  });
  await insertComments(tx, [
    ...made.map(({ id, comments }) => ({ threadId: id, comments })),
    ...there.map(({ id, number }) => ({
      threadId: id,
      comments: replies.find((reply) => reply.number === number)?.comments ?? [],
    })),
  ]);
  return numbers;
}

async function insertComments(
  tx: Transaction,
  threads: readonly { readonly threadId: string; readonly comments: readonly CommentRecord[] }[],
): Promise<void> {
  const written = threads.flatMap(({ threadId, comments }) =>
    comments.map((comment) => ({ ...comment, threadId, id: freshId() })),
  );
  await tx.comment.createMany({
    data: written.map(({ id, threadId, by, at, text, deleted }) => ({
      id,
      threadId,
      authorName: named(by),
      at,
      sequence: 0,
      body: text,
      deletedAt: deleted,
    })),
  });
  await tx.commentWording.createMany({
    data: written.flatMap(({ id, earlier }) =>
      earlier.map(({ text, until }) => ({ commentId: id, until, body: text })),
    ),
  });
}

function named(by: string): string | null {
  return by === '' ? null : by;
}
