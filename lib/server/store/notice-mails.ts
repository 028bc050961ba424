import { pool, prepared } from '../db.ts';
import type { Grant } from './grants.ts';
import type { NoticeReason } from './notices.ts';

/** When what the next mail tells of began; null where none is to go out. */
export async function nextMailBegan(): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date | null }>(
    prepared({
      name: 'next-notice-mail',
      text: 'SELECT min("mailFrom") AS "at" FROM "Notice" WHERE "mailFrom" IS NOT NULL',
      values: [],
    }),
  );
  return rows[0]?.at ?? null;
}

/** A mail server that refused is asked again after a while. */
export async function mailAgainLater(id: string): Promise<void> {
  await pool().query(`UPDATE "Notice" SET "mailFrom" = now() + interval '5 minutes' WHERE "id" = $1`, [id]);
}

/** All that a mail says. */
export interface DueMail {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly reason: NoticeReason;
  readonly subject: string;
  readonly label: string;
  readonly by: string | null;
  readonly workspace: string;
  readonly projectId: string;
  readonly slug: string;
  readonly title: string;
  readonly said: readonly { readonly by: string | null; readonly body: string }[];
}

/**
 * The next one that has waited for so long, off the list in one statement that no second worker can repeat; 'nobody'
 * where its reader no longer sees the project or wants no mail. Null at the end.
 */
export async function takeMail(waitedSeconds: number): Promise<DueMail | 'nobody' | null> {
  const { rows } = await pool().query<DueMail & { readonly inSight: boolean }>(
    prepared({
      name: 'take-notice-mail',
      text: `WITH taken AS (
        UPDATE "Notice" SET "mailFrom" = NULL WHERE "id" = (
          SELECT "id" FROM "Notice" WHERE "mailFrom" <= now() - make_interval(secs => $1) ORDER BY "mailFrom" LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING *)
      SELECT n."id", n."userId", u."email", n."reason", n."subject", n."label", actor."name" AS "by",
        w."slug" AS "workspace", p."id" AS "projectId", p."slug", p."title",
        coalesce(CASE WHEN n."reason" = 'question' THEN
          (SELECT jsonb_agg(jsonb_build_object('by', actor."name", 'body', q."note")) FROM "OpenQuestion" q
            WHERE q."projectId" = p."id" AND 'question.' || q."path" = n."subject" AND q."note" IS NOT NULL)
        ELSE
          (SELECT jsonb_agg(jsonb_build_object('by', a."name", 'body', c."body") ORDER BY c."sequence")
            FROM "Thread" t JOIN "Comment" c ON c."threadId" = t."id" LEFT JOIN "User" a ON a."id" = c."authorId"
            WHERE t."projectId" = p."id" AND 'thread.' || t."number" = n."subject" AND c."deletedAt" IS NULL
              AND c."sequence" >= n."since" AND c."authorId" IS DISTINCT FROM n."userId")
        END, '[]') AS "said",
        u."mailNotices" AND p."archivedAt" IS NULL AND (m."role" IN ('owner', 'admin') OR pm."userId" IS NOT NULL
          OR (m."role" IS NOT NULL AND p."visibility" = 'workspace')) AS "inSight"
      FROM taken n JOIN "User" u ON u."id" = n."userId" JOIN "Project" p ON p."id" = n."projectId"
      JOIN "Workspace" w ON w."id" = p."workspaceId" LEFT JOIN "User" actor ON actor."id" = n."actorId"
      LEFT JOIN "Membership" m ON m."workspaceId" = w."id" AND m."userId" = n."userId"
      LEFT JOIN "ProjectMember" pm ON pm."projectId" = p."id" AND pm."userId" = n."userId"`,
      values: [waitedSeconds],
    }),
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { inSight, ...mail } = row;
  return inSight ? mail : 'nobody';
}

/** Turns mails off for somebody who has shown a link of theirs. */
export async function stopMails(_grant: Grant<'public'>, userId: string): Promise<void> {
  await pool().query(
    `WITH stopped AS (UPDATE "User" SET "mailNotices" = false, "updatedAt" = now() WHERE "id" = $1 RETURNING "id")
    UPDATE "Notice" SET "mailFrom" = NULL WHERE "userId" = (SELECT "id" FROM stopped) AND "mailFrom" IS NOT NULL`,
    [userId],
  );
}
