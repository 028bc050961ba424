import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
import { expect, inject, test } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { isDatabaseAway } from './database-away.ts';
import { PrismaClient } from './generated/client.ts';

const database = await testDatabase();

async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => expect.fail('This was expected to fail.'),
    (error: unknown) => error,
  );
}

test('a session that PostgreSQL ended', async () => {
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => {});
  await client.connect();
  expect(isDatabaseAway(await failureOf(() => client.query('SELECT pg_terminate_backend(pg_backend_pid())')))).toBe(
    true,
  );
});

test.each(['pg', 'Prisma'])('a port where nothing listens, through %s', async (driver) => {
  const url = new URL(inject('applicationUrl'));
  url.port = '1';
  const pool = new pg.Pool({ connectionString: url.href });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const ask = () => (driver === 'pg' ? pool.query('SELECT 1') : prisma.user.findFirst());
  expect(isDatabaseAway(await failureOf(ask))).toBe(true);
  await pool.end();
});

test('a statement that is wrong is wrong, and will be in a moment', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const failures = [
    await failureOf(() => client.query('SELECT nonsense')),
    await failureOf(() => client.query('INSERT INTO "Session" ("id") VALUES ($1)', [randomUUID()])),
  ];
  await client.end();
  expect(failures.map(isDatabaseAway)).toEqual([false, false]);
});
