-- CreateTable
CREATE TABLE "SectionOwner" (
    "projectId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SectionOwner_pkey" PRIMARY KEY ("projectId","section")
);

-- CreateTable
CREATE TABLE "OpenQuestion" (
    "projectId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "who" CITEXT,
    "by" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "askedId" UUID,
    "askedById" UUID,
    "note" TEXT,

    CONSTRAINT "OpenQuestion_pkey" PRIMARY KEY ("projectId","path")
);

-- CreateIndex
CREATE INDEX "SectionOwner_userId_idx" ON "SectionOwner"("userId");

-- CreateIndex
CREATE INDEX "OpenQuestion_askedId_idx" ON "OpenQuestion"("askedId");

-- CreateIndex
CREATE INDEX "OpenQuestion_askedById_idx" ON "OpenQuestion"("askedById");

-- CreateIndex
CREATE INDEX "OpenQuestion_who_idx" ON "OpenQuestion"("who");

-- AddForeignKey
ALTER TABLE "SectionOwner" ADD CONSTRAINT "SectionOwner_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionOwner" ADD CONSTRAINT "SectionOwner_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenQuestion" ADD CONSTRAINT "OpenQuestion_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenQuestion" ADD CONSTRAINT "OpenQuestion_askedId_fkey" FOREIGN KEY ("askedId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenQuestion" ADD CONSTRAINT "OpenQuestion_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
