import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, onTestFinished, test, vi } from 'vitest';
import { emptyDatabase, testDatabase } from '#test/database.ts';
import { runProgram } from '#test/run-program.ts';
import { requireDatabase } from './database-address.ts';
import { migrate } from './migrations.ts';
import { migrationsFolder } from './migrations/migration-files.ts';

vi.setConfig({ testTimeout: 30_000 });

/** A migration that creates a table and then waits until the test lets go of this lock. */
const GATE = 4711;
const GATED = `CREATE TABLE gated (id int); SELECT pg_advisory_xact_lock(${GATE}); CREATE TABLE after_gate (id int);`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-migrations-'));
  await cp(join(migrationsFolder, 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
});

afterEach(() => rm(folder, { recursive: true }));

async function addMigration(name: string, script: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), script);
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  onTestFinished(() => client.end().catch(() => {}));
  return client;
}

async function history(client: pg.Client): Promise<unknown[]> {
  const { rows } = await client.query<object>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS "rolledBack"
     FROM _prisma_migrations ORDER BY started_at`,
  );
  return rows;
}

async function tables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ tablename: string }>(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY tablename`,
  );
  return rows.map((row) => row.tablename);
}

test('the history is the one that Prisma writes, and a second run does nothing', async () => {
  const database = await emptyDatabase();
  const applied = await migrate({ databaseUrl: database.url });
  expect(applied.length).toBeGreaterThan(0);
  expect(await migrate({ databaseUrl: database.url })).toEqual([]);
  const { rows } = await (
    await connect(database.url)
  ).query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum, applied_steps_count, logs FROM _prisma_migrations ORDER BY migration_name',
  );
  expect(rows.map((row) => row.migration_name)).toEqual(applied);
  for (const row of rows) {
    const script = await readFile(join(migrationsFolder, row.migration_name, 'migration.sql'));
    expect(row.checksum).toBe(createHash('sha256').update(script).digest('hex'));
    expect(row).toMatchObject({ applied_steps_count: 1, logs: null });
  }
});

test('of two runs at once one applies each migration', async () => {
  const { url } = await emptyDatabase();
  const both = await Promise.all([migrate({ databaseUrl: url }), migrate({ databaseUrl: url })]);
  expect(both.filter((applied) => applied.length === 0)).toHaveLength(1);
});

test('a function body with semicolons is one statement', async () => {
  const { url } = await emptyDatabase();
  await addMigration(
    '20260101000000_function',
    'CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;',
  );
  await migrate({ databaseUrl: url, folder });
  const { rows } = await (await connect(url)).query('SELECT two()');
  expect(rows).toEqual([{ two: 2 }]);
});

test('a migration that fails leaves nothing, and its repaired version runs at the next start', async () => {
  const { url } = await emptyDatabase();
  const client = await connect(url);
  await addMigration('20260101000000_first', 'CREATE TABLE first (id int);');
  await addMigration('20260102000000_second', 'CREATE TABLE second (id int); SELECT 1/0;');
  await expect(migrate({ databaseUrl: url, folder })).rejects.toMatchObject({
    problem: 'failed',
    message:
      'The database could not be brought up to date (migration 20260102000000_second): division by zero; nothing of it was kept.',
  });
  expect(await tables(client)).toEqual(['first']);

  await addMigration('20260102000000_second', 'CREATE TABLE second (id int);');
  expect(await migrate({ databaseUrl: url, folder })).toEqual(['20260102000000_second']);
  expect(await tables(client)).toEqual(['first', 'second']);
  expect(await history(client)).toEqual([
    { name: '20260101000000_first', finished: true, rolledBack: false },
    { name: '20260102000000_second', finished: false, rolledBack: true },
    { name: '20260102000000_second', finished: true, rolledBack: false },
  ]);
});

test('a process killed in the middle of a migration: the next one waits, then runs it from the start', async () => {
  const { url } = await emptyDatabase();
  const client = await connect(url);
  await addMigration('20260101000000_gated', GATED);
  await client.query(`SELECT pg_advisory_lock(${GATE})`);

  const program = `
    import { migrate } from '#lib/server/migrations.ts';
    await migrate({ databaseUrl: ${JSON.stringify(url)}, folder: ${JSON.stringify(folder)} });`;
  const child = runProgram(program);
  await untilSomeoneWaitsAtTheGate(client);
  child.kill('SIGKILL');
  await once(child, 'exit');

  const waiting = Promise.withResolvers<string>();
  const migrated = migrate({ databaseUrl: url, folder, say: waiting.resolve });
  expect(await waiting.promise).toBe('Another process is migrating this database; waiting for it.');
  await client.query(`SELECT pg_advisory_unlock(${GATE})`);
  await migrated;
  expect(await tables(client)).toEqual(['after_gate', 'gated']);
  expect((await history(client)).at(-1)).toEqual({ name: '20260101000000_gated', finished: true, rolledBack: false });
});

test('PostgreSQL ends the session in the middle of a migration: nothing is kept and the next start runs it', async () => {
  const { url } = await emptyDatabase();
  const client = await connect(url);
  await addMigration('20260101000000_gated', GATED);
  await client.query(`SELECT pg_advisory_lock(${GATE})`);
  const migrated = migrate({ databaseUrl: url, folder });
  const refused = migrated.catch((error: unknown) => error);
  await client.query('SELECT pg_terminate_backend($1)', [await untilSomeoneWaitsAtTheGate(client)]);
  expect(await refused).toMatchObject({ name: 'StartError' });
  expect(await tables(client)).toEqual([]);

  await client.query(`SELECT pg_advisory_unlock(${GATE})`);
  expect(await migrate({ databaseUrl: url, folder })).toEqual(['20260101000000_gated']);
  expect(await tables(client)).toEqual(['after_gate', 'gated']);
});

async function untilSomeoneWaitsAtTheGate(client: pg.Client): Promise<number> {
  const query = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = ${GATE} AND NOT granted
                 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return vi.waitUntil(async () => (await client.query<{ pid: number }>(query)).rows[0]?.pid, {
    timeout: 20_000,
    interval: 20,
  });
}

test('a database of a newer Plumbline is left alone', async () => {
  const { url } = await testDatabase();
  const client = await connect(url);
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ('x', 'x', '29991231000000_later', now(), now(), 1)`,
  );
  await expect(migrate({ databaseUrl: url })).rejects.toMatchObject({
    problem: 'configuration',
    message: expect.stringContaining('newer Plumbline (this one does not know its migration 29991231000000_later)'),
  });
});

test('a database that holds something else is left alone', async () => {
  const { url } = await emptyDatabase();
  const client = await connect(url);
  await client.query('CREATE TABLE invoices (id int)');
  await expect(migrate({ databaseUrl: url })).rejects.toMatchObject({
    problem: 'configuration',
    message: 'The database named by DATABASE_URL already holds tables of something else: give Plumbline an empty one.',
  });
  expect(await tables(client)).toEqual(['invoices']);
});

test.each([
  ['a port where nothing listens', (url: URL) => (url.port = '1'), 'No PostgreSQL answers'],
  ['a user who is not known', (url: URL) => (url.username = 'nobody_at_all'), 'does not let nobody_at_all in'],
  ['a database that is not there', (url: URL) => (url.pathname = '/not_there'), 'There is no database named not_there'],
])('an address with %s gets one sentence without the password', async (_case, spoil, sentence) => {
  const url = new URL(inject('applicationUrl'));
  spoil(url);
  const problem = await requireDatabase(url.href).catch((error: unknown) => error);
  expect(problem).toMatchObject({ name: 'StartError', message: expect.stringContaining(sentence) });
  expect(problem).toMatchObject({ message: expect.stringContaining('DATABASE_URL') });
  if (url.password) expect(String(problem)).not.toContain(url.password);
});
