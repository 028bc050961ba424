import type { Transaction } from '../db.ts';

/**
 * Copies to one row where a project stands in each order of the portfolio, by what the other tables say now. Every
 * value is smaller the further up the project stands; what was not counted yet and what is not due come last.
 *
 * Called in the command that names, archives or restores a project, and when its summary was made. Two of them at once
 * may leave the older copy; as both are in the log, the next summary puts it right within seconds.
 */
export async function placeProject(db: Pick<Transaction, '$executeRaw'>, projectId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "PortfolioPlace"
      ("projectId", "workspaceId", "archived", "rank", "changed", "title", "findings", "questions", "due")
    SELECT p."id", p."workspaceId", p."archivedAt" IS NOT NULL,
      CASE m."stage" WHEN 'design' THEN 1 WHEN 'launch' THEN 2 ELSE 0 END,
      -(extract(epoch FROM s."movedAt") * 1000)::bigint, lower(p."title"),
      coalesce(-(m."errors" * 100000 + m."warnings"), 1), coalesce(-m."openQuestions", 1), coalesce(m."dueOn", '9999-12-31')
    FROM "Project" p
    JOIN "EventStream" s ON s."id" = p."id"
    LEFT JOIN "ProjectSummary" m ON m."projectId" = p."id"
    WHERE p."id" = ${projectId}::uuid
    ON CONFLICT ("projectId") DO UPDATE SET "archived" = EXCLUDED."archived", "rank" = EXCLUDED."rank",
      "changed" = EXCLUDED."changed", "title" = EXCLUDED."title", "findings" = EXCLUDED."findings",
      "questions" = EXCLUDED."questions", "due" = EXCLUDED."due"`;
}
