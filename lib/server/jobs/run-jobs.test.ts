import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool } from '../db.ts';
import { runJobs } from './run-jobs.ts';

const database = await serveTestDatabase();

test('the purge is planned for every night, and runs when its turn comes', async () => {
  const owner = await createActor('Owner');
  const place = await createPlace(owner);
  await as(owner).projects.delete(place);
  await pool().query(`UPDATE "Project" SET "deletedAt" = now() - interval '31 days'`);

  const before = new PgBoss({ connectionString: database.url, max: 1 });
  await before.start();
  await before.createQueue('purge');
  const id = await before.send('purge');
  const running = await runJobs(database.url);
  await expect
    .poll(async () => (await before.findJobs('purge', { id: id ?? '' }))[0]?.state, { timeout: 15_000 })
    .toBe('completed');
  expect((await before.getSchedules()).map(({ name, cron }) => [name, cron])).toEqual([['purge', '17 3 * * *']]);
  await running.stop();
  await before.stop();
  const { rows } = await pool().query('SELECT 1 FROM "Project"');
  expect(rows).toEqual([]);
});
