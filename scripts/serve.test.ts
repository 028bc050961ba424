import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { exitCodes } from '#lib/server/start-error.ts';
import { killedWithTest } from '#test/run-program.ts';
import { firstFreePort } from './serve/port.ts';
import { keptSecret, newSetupCode } from './serve/secret.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-serve-'));
  await chmod(folder, 0o711);
});

afterEach(() => rm(folder, { recursive: true }));

/** Runs the server's program until it gives up, and returns what it said and its exit code. */
async function serve(settings: Record<string, string>): Promise<{ output: string; code: number }> {
  const child = killedWithTest(
    spawn(process.execPath, ['scripts/serve.ts'], {
      env: { PATH: process.env['PATH'], NODE_ENV: 'production', PLUMBLINE_DATA: folder, ...settings },
    }),
  );
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  return { output, code };
}

test('a wrong setting ends the start with a line for each and the exit code for configuration', async () => {
  expect(await serve({ PORT: 'many', DATABASE_URL: 'localhost' })).toEqual({
    output:
      'PORT takes a whole number from 1 to 65535.\n' +
      'DATABASE_URL takes an address such as postgresql://user:password@host:5432/plumbline.\n',
    code: exitCodes.configuration,
  });
});

test('a database that does not answer ends the start with one sentence', async () => {
  expect(await serve({ DATABASE_URL: 'postgresql://plumbline:secret@127.0.0.1:1/plumbline' })).toEqual({
    output: 'No PostgreSQL answers: start it, or correct the host and port (DATABASE_URL, 127.0.0.1:1/plumbline).\n',
    code: exitCodes.unavailable,
  });
});

test('a database that is not there ends the start with one sentence', async () => {
  const url = new URL(inject('applicationUrl'));
  url.pathname = '/not_there';
  const { output, code } = await serve({ DATABASE_URL: url.href });
  expect(output).toMatch(/^There is no database named not_there: create it, or correct the name \(.*\)\.\n$/);
  expect(code).toBe(exitCodes.configuration);
});

test('the demo does not touch a database of one’s own', async () => {
  const { output, code } = await serve({ DATABASE_URL: inject('applicationUrl'), PLUMBLINE_DEMO: 'true' });
  expect(output).toContain('unset DATABASE_URL');
  expect(code).toBe(exitCodes.configuration);
});

test('a data folder that cannot be made ends the start with one sentence', async () => {
  await writeFile(join(folder, 'file'), '');
  const { output, code } = await serve({ PLUMBLINE_DATA: join(folder, 'file/data') });
  expect(output).toMatch(/^Plumbline cannot write to .*: give this account write permission there, .*\n$/);
  expect(code).toBe(exitCodes.storage);
});

test('an address of another machine ends the start, and the database is stopped again', async () => {
  const { output, code } = await serve({ HOST: '203.0.113.1' });
  expect(output).toContain('set HOST to an address of this machine');
  expect(code).toBe(exitCodes.configuration);
  await expect(stat(join(folder, 'database/postmaster.pid'))).rejects.toThrow('ENOENT');
});

test('a port in use is passed over', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  expect(await firstFreePort('127.0.0.1', taken)).toBeGreaterThan(taken);
  holder.close();
  await once(holder, 'close');
  expect(await firstFreePort('127.0.0.1', taken)).toBe(taken);
});

test('the secret is made once, also by two first starts at once, and only its owner can read it', async () => {
  const [one, other] = await Promise.all([keptSecret(folder), keptSecret(folder)]);
  expect(one).toHaveLength(43);
  expect(other).toBe(one);
  expect(await keptSecret(folder)).toBe(one);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(folder, 'secret'), 'utf8')).toBe(one);
});

test('a set-up code can be typed from a console', () => {
  expect(newSetupCode()).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  expect(newSetupCode()).not.toBe(newSetupCode());
});
