import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared, type Transaction } from '../db.ts';
import { inSight } from './attention.ts';
import type { Grant, ProjectGrant } from './grants.ts';
import { freshId } from './new-id.ts';
import { personAs } from './people.ts';

/** Why something stands in an inbox. */
export const noticeReasons = ['mention', 'reply', 'question'] as const;
export type NoticeReason = (typeof noticeReasons)[number];

export interface Told {
  /** 'thread.41', 'question.business.objective': one line in the inbox each. */
  readonly subject: string;
  /** What the place is called. */
  readonly label: string;
  /** Of the event that brought it. */
  readonly sequence: number;
  readonly to: readonly { readonly userId: string; readonly reason: NoticeReason }[];
}

export const threadSubject = (number: number): string => `thread.${number}`;
export const questionSubject = (path: string): string => `question.${path}`;

/** Puts something into inboxes, inside the command that did it. Nobody is told of what they did themselves. */
export async function tell(
  tx: Transaction,
  { project, actor }: ProjectGrant,
  { subject, label, sequence, to }: Told,
): Promise<void> {
  const others = to.filter(({ userId }) => userId !== actor.userId);
  if (others.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Notice" ("id", "userId", "projectId", "subject", "reason", "actorId", "label", "mailFrom", "since")
    SELECT told."id", u."id", ${project.id}::uuid, ${subject}, told."reason", ${actor.userId}::uuid, ${label},
      CASE WHEN u."mailNotices" THEN now() END, ${sequence}
    FROM unnest(${others.map(() => freshId())}::uuid[], ${others.map(({ userId }) => userId)}::uuid[],
      ${others.map(({ reason }) => reason)}::text[]) AS told ("id", "userId", "reason")
    JOIN "User" u ON u."id" = told."userId"
    ON CONFLICT ("userId", "projectId", "subject") DO UPDATE SET
      "reason" = EXCLUDED."reason", "actorId" = EXCLUDED."actorId", "label" = EXCLUDED."label", "at" = now(), "seenAt" = NULL,
      "count" = CASE WHEN "Notice"."seenAt" IS NULL THEN "Notice"."count" + 1 ELSE 1 END,
      "since" = CASE WHEN "Notice"."mailFrom" IS NULL THEN EXCLUDED."since" ELSE "Notice"."since" END,
      "mailFrom" = CASE WHEN EXCLUDED."mailFrom" IS NOT NULL THEN coalesce("Notice"."mailFrom", EXCLUDED."mailFrom") END`;
}

export interface NoticeLine {
  readonly id: string;
  readonly reason: NoticeReason;
  readonly subject: string;
  readonly label: string;
  /** Null once the account is gone. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly count: number;
  readonly at: Date;
  readonly seenAt: Date | null;
  readonly workspace: { readonly slug: string; readonly name: string };
  readonly project: { readonly slug: string; readonly title: string };
}

interface Page {
  readonly unseen: boolean;
  readonly after?: { readonly at: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** What came to the caller in every workspace, the newest first: of projects that they still see. */
export async function listNotices({ actor }: Grant<'account.read'>, page: Page): Promise<NoticeLine[]> {
  const { rows } = await pool().query<
    Omit<NoticeLine, 'workspace' | 'project'> & Record<'workspaceSlug' | 'workspaceName' | 'slug' | 'title', string>
  >(
    prepared({
      name: 'notices-of-person',
      text: `SELECT n."id", n."reason", n."subject", n."label", n."count", n."at", n."seenAt", ${personAs('by')} AS "actor",
          w."slug" AS "workspaceSlug", w."name" AS "workspaceName", p."slug", p."title"
        FROM "Notice" n JOIN "Project" p ON p."id" = n."projectId" LEFT JOIN "User" by ON by."id" = n."actorId"
        ${inSight} AND n."userId" = $1 AND (NOT $2 OR n."seenAt" IS NULL) AND (n."at", n."id") < ($3, $4::uuid)
        ORDER BY n."at" DESC, n."id" DESC LIMIT $5`,
      values: [
        actor.userId,
        page.unseen,
        page.after?.at ?? 'infinity',
        page.after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
        page.limit,
      ],
    }),
  );
  return rows.map(({ workspaceSlug, workspaceName, slug, title, ...row }) => ({
    ...row,
    workspace: { slug: workspaceSlug, name: workspaceName },
    project: { slug, title },
  }));
}

/**
 * One of them, or all where no id is given. A mail that has not gone out does not go any more.
 * @throws AppError not-found for one that is not the caller's
 */
export async function markSeen({ actor }: Grant<'account.read'>, id: string | undefined): Promise<void> {
  const { rows } = await pool().query<{ known: boolean }>(
    prepared({
      name: 'notices-seen',
      text: `WITH seen AS (UPDATE "Notice" SET "seenAt" = now(), "mailFrom" = NULL
          WHERE "userId" = $1 AND "seenAt" IS NULL AND ($2::uuid IS NULL OR "id" = $2::uuid) RETURNING 1)
        SELECT $2::uuid IS NULL OR EXISTS (SELECT 1 FROM "Notice" WHERE "id" = $2::uuid AND "userId" = $1) AS "known"`,
      values: [actor.userId, id ?? null],
    }),
  );
  if (rows[0]?.known !== true) throw new AppError('not-found', 'There is nothing like that in the inbox.');
}

/** Whoever is at the place has seen what came of it. */
export async function seenAt(grant: ProjectGrant, subject: string): Promise<void> {
  await pool().query(
    prepared({
      name: 'notice-seen-at-place',
      text: `UPDATE "Notice" SET "seenAt" = now(), "mailFrom" = NULL
        WHERE "userId" = $1 AND "projectId" = $2 AND "subject" = $3 AND "seenAt" IS NULL`,
      values: [grant.actor.userId, grant.project.id, subject],
    }),
  );
}
