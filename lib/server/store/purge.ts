import { transaction } from '../db.ts';
import { purgeImages } from './images.ts';

/** How long a deleted project can be restored. */
export const restorableDays = 30;

/**
 * Removes for good what nobody can ask for any more: projects that were deleted long ago, with their history, images
 * that no text ever named, and everything that ran out. Safe to run at any time and by several instances at once.
 * @returns how many projects are gone
 */
export async function purge(): Promise<number> {
  return transaction(async (tx) => {
    const projects = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM "Project" WHERE "deletedAt" < now() - make_interval(days => ${restorableDays}::int) RETURNING "id"`;
    const ids = projects.map((project) => project.id);
    await tx.event.deleteMany({ where: { streamId: { in: ids } } });
    await tx.eventStream.deleteMany({ where: { id: { in: ids } } });
    await purgeImages(tx);
    await tx.$executeRaw`DELETE FROM "Session" WHERE "expiresAt" < now() OR "revokedAt" < now() - interval '30 days'`;
    await tx.$executeRaw`DELETE FROM "PasswordReset" WHERE "expiresAt" < now()`;
    await tx.$executeRaw`DELETE FROM "Invitation" WHERE "expiresAt" < now() - interval '30 days'`;
    await tx.$executeRaw`DELETE FROM "RateLimit" WHERE "windowEnds" < now()`;
    return ids.length;
  });
}
