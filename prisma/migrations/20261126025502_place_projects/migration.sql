-- CreateTable
CREATE TABLE "PortfolioPlace" (
    "projectId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "archived" BOOLEAN NOT NULL,
    "rank" INTEGER NOT NULL,
    "changed" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "findings" BIGINT NOT NULL,
    "questions" BIGINT NOT NULL,
    "due" TEXT NOT NULL,

    CONSTRAINT "PortfolioPlace_pkey" PRIMARY KEY ("projectId")
);

-- CreateIndex
CREATE INDEX "PortfolioPlace_by_changed" ON "PortfolioPlace"("workspaceId", "archived", "rank", "changed", "projectId");

-- CreateIndex
CREATE INDEX "PortfolioPlace_by_title" ON "PortfolioPlace"("workspaceId", "archived", "rank", "title", "projectId");

-- CreateIndex
CREATE INDEX "PortfolioPlace_by_findings" ON "PortfolioPlace"("workspaceId", "archived", "rank", "findings", "projectId");

-- CreateIndex
CREATE INDEX "PortfolioPlace_by_questions" ON "PortfolioPlace"("workspaceId", "archived", "rank", "questions", "projectId");

-- CreateIndex
CREATE INDEX "PortfolioPlace_by_due" ON "PortfolioPlace"("workspaceId", "archived", "rank", "due", "projectId");

-- AddForeignKey
ALTER TABLE "PortfolioPlace" ADD CONSTRAINT "PortfolioPlace_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The projects there are
INSERT INTO "PortfolioPlace" ("projectId", "workspaceId", "archived", "rank", "changed", "title", "findings", "questions", "due")
SELECT p."id", p."workspaceId", p."archivedAt" IS NOT NULL,
  CASE m."stage" WHEN 'design' THEN 1 WHEN 'launch' THEN 2 ELSE 0 END,
  -(extract(epoch FROM s."movedAt") * 1000)::bigint, lower(p."title"),
  coalesce(-(m."errors" * 100000 + m."warnings"), 1), coalesce(-m."openQuestions", 1), coalesce(m."dueOn", '9999-12-31')
FROM "Project" p JOIN "EventStream" s ON s."id" = p."id" LEFT JOIN "ProjectSummary" m ON m."projectId" = p."id";
