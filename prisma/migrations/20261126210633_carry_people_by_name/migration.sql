-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "authorName" TEXT;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "actorName" TEXT;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "resolvedName" TEXT;
