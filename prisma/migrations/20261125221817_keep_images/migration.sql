-- CreateEnum
CREATE TYPE "ImageType" AS ENUM ('png', 'jpeg', 'webp', 'gif');

-- CreateTable
CREATE TABLE "Image" (
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "ImageType" NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lasting" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("projectId","name")
);

-- CreateIndex
CREATE INDEX "Image_addedAt_idx" ON "Image"("addedAt");

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
