-- CreateTable
CREATE TABLE "ProjectSummary" (
    "projectId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "rules" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "errors" INTEGER NOT NULL,
    "warnings" INTEGER NOT NULL,
    "openQuestions" INTEGER NOT NULL,
    "dueOn" TEXT,
    "dueKind" TEXT,
    "dueWhat" TEXT,
    "owner" TEXT,
    "holdsUntil" TEXT,

    CONSTRAINT "ProjectSummary_pkey" PRIMARY KEY ("projectId")
);

-- AddForeignKey
ALTER TABLE "ProjectSummary" ADD CONSTRAINT "ProjectSummary_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
