import type { ThreadKind, ThreadState } from '#lib/domain/threads/thread.ts';
import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared } from '../db.ts';
import type { ProjectGrant } from './grants.ts';
import { seenAt, threadSubject } from './notices.ts';
import { personOrName } from './people.ts';
import { placesIn, readableOf, type StandingPlace } from './thread-places.ts';
import { storedAnchor } from './thread-rows.ts';
import { readSections } from './worksheets.ts';

export interface Person {
  /** Null for somebody whom a file named: they have no account here. */
  readonly id: string | null;
  readonly name: string;
}

/** A thread as lists and pages show it, without all of its comments. */
export interface ThreadLine {
  readonly number: number;
  readonly kind: ThreadKind;
  readonly blocking: boolean;
  readonly place: StandingPlace;
  /** Null once the account is gone. */
  readonly author: Person | null;
  readonly openedAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: Person | null;
  /** Comments that were not deleted. */
  readonly comments: number;
  readonly lastAt: Date;
  /** Comments of others that came since the caller has read it. */
  readonly unread: number;
  /** How the first comment begins; '' where it was deleted. */
  readonly first: string;
}

export interface ThreadFilter {
  readonly state?: ThreadState | undefined;
  readonly kind?: ThreadKind | undefined;
  /** Key of the section that it was started in. */
  readonly section?: string | undefined;
  readonly blocking?: boolean | undefined;
  /** Which the caller has started, or that they wrote in or were called in. */
  readonly mine?: boolean | undefined;
  /** In which somebody else has written since the caller read it. */
  readonly unread?: boolean | undefined;
  /** Only threads with a smaller number; the newest come first. */
  readonly before?: number | undefined;
  readonly limit: number;
}

type StoredLine = Omit<ThreadLine, 'place'> & { readonly anchor: unknown };

/** How the first comment begins, in characters. */
const BEGIN = 300;

/** Of one project ($1), as one person ($2) sees it. */
const lines = `SELECT t."number", t."kind"::text AS "kind", t."blocking", t."anchor", t."createdAt" AS "openedAt", t."resolvedAt",
    ${personOrName('author', 'first."authorName"')} AS "author", ${personOrName('resolver', 't."resolvedName"')} AS "resolvedBy",
    said."comments", said."lastAt", said."unread", left(first."body", ${BEGIN}) AS "first"
  FROM "Thread" t
  LEFT JOIN "User" author ON author."id" = t."authorId"
  LEFT JOIN "User" resolver ON resolver."id" = t."resolvedById"
  LEFT JOIN "ThreadRead" seen ON seen."threadId" = t."id" AND seen."userId" = $2::uuid
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE c."deletedAt" IS NULL)::int AS "comments", max(c."at") AS "lastAt",
      count(*) FILTER (WHERE c."deletedAt" IS NULL AND c."sequence" > coalesce(seen."sequence", 0)
        AND c."authorId" IS DISTINCT FROM $2::uuid)::int AS "unread"
    FROM "Comment" c WHERE c."threadId" = t."id"
  ) said
  CROSS JOIN LATERAL (
    SELECT c."body", c."authorName" FROM "Comment" c WHERE c."threadId" = t."id" ORDER BY c."at", c."sequence" LIMIT 1
  ) first`;

const mine = `(t."authorId" = $2::uuid
  OR EXISTS (SELECT 1 FROM "Comment" c WHERE c."threadId" = t."id" AND c."authorId" = $2::uuid)
  OR EXISTS (SELECT 1 FROM "Comment" c JOIN "Mention" m ON m."commentId" = c."id" WHERE c."threadId" = t."id" AND m."userId" = $2::uuid))`;

/** The threads of a project with where they stand now, the newest first: two statements, however many there are. */
export async function listThreads(grant: ProjectGrant, filter: ThreadFilter): Promise<ThreadLine[]> {
  const { state, kind, section, blocking, before, limit } = filter;
  const [{ rows }, stored] = await Promise.all([
    pool().query<StoredLine>(
      prepared({
        name: 'threads-of-project',
        text: `${lines} WHERE t."projectId" = $1 AND t."number" < $3
          AND ($4::text IS NULL OR (t."resolvedAt" IS NULL) = ($4 = 'open'))
          AND ($5::text IS NULL OR t."kind"::text = $5) AND ($6::text IS NULL OR t."section" = $6)
          AND ($7::boolean IS NULL OR t."blocking" = $7) AND (NOT $8::boolean OR ${mine})
          AND (NOT $9::boolean OR said."unread" > 0)
          ORDER BY t."number" DESC LIMIT $10`,
        values: [
          grant.project.id,
          grant.actor.userId,
          before ?? 2_147_483_647,
          state ?? null,
          kind ?? null,
          section ?? null,
          blocking ?? null,
          filter.mine ?? false,
          filter.unread ?? false,
          limit,
        ],
      }),
    ),
    readSections(grant),
  ]);
  const placeOf = placesIn(readableOf(grant.project.title, stored));
  return rows.map(({ anchor, ...line }) => ({ ...line, place: placeOf(storedAnchor(anchor)) }));
}

export interface ShownComment {
  readonly id: string;
  readonly author: Person | null;
  readonly at: Date;
  readonly sequence: number;
  readonly body: string;
  /** What it said before, oldest first. */
  readonly earlier: readonly { readonly body: string; readonly until: Date }[];
  readonly deletedAt: Date | null;
}

interface StoredComment extends Omit<ShownComment, 'at' | 'deletedAt' | 'earlier'> {
  readonly at: string;
  readonly deletedAt: string | null;
  readonly earlier: readonly { readonly body: string; readonly until: string }[] | null;
}

/** A whole thread. @throws AppError not-found */
export async function readThread(
  grant: ProjectGrant,
  number: number,
): Promise<ThreadLine & { readonly said: readonly ShownComment[] }> {
  const [{ rows }, stored] = await Promise.all([
    pool().query<StoredLine & { readonly said: readonly StoredComment[] }>(
      prepared({
        name: 'one-thread',
        text: `SELECT line.*, (SELECT jsonb_agg(jsonb_build_object('id', c."id", 'author', ${personOrName('u', 'c."authorName"')}, 'at', c."at",
            'sequence', c."sequence", 'body', c."body", 'deletedAt', c."deletedAt", 'earlier', (
              SELECT jsonb_agg(jsonb_build_object('body', w."body", 'until', w."until") ORDER BY w."until")
              FROM "CommentWording" w WHERE w."commentId" = c."id")) ORDER BY c."at", c."sequence")
          FROM "Thread" t JOIN "Comment" c ON c."threadId" = t."id" LEFT JOIN "User" u ON u."id" = c."authorId"
          WHERE t."projectId" = $1 AND t."number" = $3) AS "said"
          FROM (${lines} WHERE t."projectId" = $1 AND t."number" = $3) line`,
        values: [grant.project.id, grant.actor.userId, number],
      }),
    ),
    readSections(grant),
  ]);
  const row = rows[0];
  if (row === undefined) throw new AppError('not-found', `There is no thread ${number} in this project.`);
  const { anchor, said, ...line } = row;
  const place = placesIn(readableOf(grant.project.title, stored))(storedAnchor(anchor));
  return { ...line, place, said: said.map(shownComment) };
}

function shownComment({ at, deletedAt, earlier, ...comment }: StoredComment): ShownComment {
  return {
    ...comment,
    at: new Date(at),
    deletedAt: deletedAt === null ? null : new Date(deletedAt),
    earlier: (earlier ?? []).map(({ body, until }) => ({ body, until: new Date(until) })),
  };
}

/** Remembers how far the caller has read a thread; it never goes back. @throws AppError not-found */
export async function markRead(grant: ProjectGrant, number: number, sequence: number): Promise<void> {
  const { rowCount } = await pool().query(
    prepared({
      name: 'mark-thread-read',
      text: `INSERT INTO "ThreadRead" ("threadId", "userId", "sequence")
        SELECT t."id", $2::uuid, $4 FROM "Thread" t WHERE t."projectId" = $1 AND t."number" = $3
        ON CONFLICT ("threadId", "userId") DO UPDATE SET "sequence" = greatest("ThreadRead"."sequence", EXCLUDED."sequence")`,
      // No further than anybody can have read.
      values: [grant.project.id, grant.actor.userId, number, Math.min(sequence, grant.sequence)],
    }),
  );
  await seenAt(grant, threadSubject(number));
  if (rowCount === 0) throw new AppError('not-found', `There is no thread ${number} in this project.`);
}
