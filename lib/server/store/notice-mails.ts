import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared } from '../db.ts';
import { env } from '../env.ts';
import { sendMail } from '../mail.ts';
import { noticeMail } from '../mail-texts.ts';
import type { Grant } from './grants.ts';
import type { NoticeReason } from './notices.ts';

/** A mail server that refused is asked again after a while. */
const AGAIN_AFTER = '5 minutes';

/** When the next mail is to go out; null where none is. */
export async function nextMailDue(): Promise<Date | null> {
  const { rows } = await pool().query<{ at: Date | null }>(
    prepared({
      name: 'next-notice-mail',
      text: 'SELECT min("mailDue") AS "at" FROM "Notice" WHERE "mailDue" IS NOT NULL',
      values: [],
    }),
  );
  return rows[0]?.at ?? null;
}

interface DueMail {
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
 * Sends what is due, one by one. Each is taken off the list before it is sent, in one statement that no second worker
 * can repeat: a mail that is lost with a crash is in the inbox all the same, and none comes twice.
 * @returns how many went out
 */
export async function sendDueMails(): Promise<number> {
  let sent = 0;
  for (let mail = await takeNext(); mail !== null; mail = await takeNext()) {
    if (mail === 'nobody') continue;
    const { projectId, slug, title, userId, email, ...notice } = mail;
    const took = await sendMail(
      noticeMail({
        ...notice,
        to: email,
        serverUrl: env().url,
        project: { id: projectId, slug, title },
        stopToken: stopTokenOf(userId),
      }),
    );
    if (took) sent += 1;
    else
      await pool().query(`UPDATE "Notice" SET "mailDue" = now() + interval '${AGAIN_AFTER}' WHERE "id" = $1`, [
        mail.id,
      ]);
  }
  return sent;
}

/** The next one that is due; 'nobody' where its reader no longer sees the project. Null at the end. */
async function takeNext(): Promise<DueMail | 'nobody' | null> {
  const { rows } = await pool().query<DueMail & { readonly inSight: boolean }>(
    prepared({
      name: 'take-notice-mail',
      text: `WITH taken AS (
        UPDATE "Notice" SET "mailDue" = NULL WHERE "id" = (
          SELECT "id" FROM "Notice" WHERE "mailDue" <= now() ORDER BY "mailDue" LIMIT 1 FOR UPDATE SKIP LOCKED)
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
      values: [],
    }),
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { inSight, ...mail } = row;
  return inSight ? mail : 'nobody';
}

/** Says whose mails are to stop; nobody can make one for somebody else. */
function stopTokenOf(userId: string): string {
  return `${userId}.${signatureOf(userId)}`;
}

function signatureOf(userId: string): string {
  return createHmac('sha256', env().secret).update(`stop-mail:${userId}`).digest('base64url');
}

function userOf(token: string): string | undefined {
  const [userId = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(userId))];
  return given.length === right.length && timingSafeEqual(given, right) ? userId : undefined;
}

/** Turns mails off for whoever the token was mailed to. @throws AppError not-found */
export async function stopMails(_grant: Grant<'public'>, token: string): Promise<void> {
  const userId = userOf(token);
  if (userId === undefined) throw new AppError('not-found', 'This link is not one of ours.');
  await pool().query(
    `WITH stopped AS (UPDATE "User" SET "mailNotices" = false, "updatedAt" = now() WHERE "id" = $1 RETURNING "id")
    UPDATE "Notice" SET "mailDue" = NULL WHERE "userId" = (SELECT "id" FROM stopped) AND "mailDue" IS NOT NULL`,
    [userId],
  );
}
