import { expect, test } from 'vitest';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool, prisma } from '../db.ts';
import { purge, restorableDays } from './purge.ts';

await serveTestDatabase();

test('a deleted project can be restored until its days are over, then nothing of it is left', async () => {
  const owner = await createActor('Owner');
  const place = await createPlace(owner, 'To be deleted');
  const { workspace, project } = await createPlace(owner, 'To be kept');
  await as(owner).projects.delete(place);
  expect(await purge()).toBe(0);
  await as(owner).projects.restore(place);
  expect((await as(owner).projects.get(place)).deletedAt).toBeNull();

  await as(owner).projects.delete(place);
  const days = restorableDays + 1;
  await pool().query(`UPDATE "Project" SET "deletedAt" = now() - make_interval(days => $2) WHERE "id" = $1`, [
    place.projectId,
    days,
  ]);
  expect(await purge()).toBe(1);
  await expect(as(owner).projects.get(place)).rejects.toMatchObject({ code: 'not-found' });
  expect(await prisma().event.count({ where: { projectId: place.projectId } })).toBe(0);
  expect(await prisma().eventStream.count({ where: { id: place.projectId } })).toBe(0);
  expect(await as(owner).projects.get({ workspace, project })).toMatchObject({ title: 'To be kept' });
});

test('what ran out goes, what holds stays', async () => {
  const person = await createActor('Person');
  await pool().query(
    `INSERT INTO "RateLimit" VALUES ('old', 1, now() - interval '1 second'), ('new', 1, now() + interval '1 hour')`,
  );
  const gone = await createActor('Gone');
  await pool().query(`UPDATE "Session" SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`, [
    gone.userId,
  ]);
  await purge();
  const limits = await prisma().rateLimit.findMany();
  expect(limits.map((limit) => limit.key)).toEqual(['new']);
  expect(await prisma().session.count({ where: { userId: { in: [person.userId, gone.userId] } } })).toBe(1);
});
