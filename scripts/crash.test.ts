import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { valueHash } from '#lib/domain/worksheets/hashes.ts';
import { closeDatabase } from '#lib/server/db.ts';
import { freePort } from '#lib/server/free-port.ts';
import { migrate } from '#lib/server/migrations.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import { sendAnnouncements } from '#lib/server/store/announcements.ts';

// The first start may have to make the production build.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const ROUNDS = 5;
const EDITS_A_ROUND = 60;
const START_PATIENCE_MS = 60_000;
/** Two in one section, so that they compete for its version, and one in another. */
const FIELDS = ['business.objective', 'business.killCriterion', 'framing.decision'];

let dataFolder: string;
let port: number;
let projectUrl: string;
let token: string;
let command: ChildProcess | undefined;

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'plumbline-crash-'));
  await chmod(dataFolder, 0o711);
  port = await freePort();
  await createWorksheet();
  // Makes the production build where that is missing.
  await startServer('scripts/start.mjs');
});

afterAll(async () => {
  command?.kill('SIGTERM');
  if (command?.exitCode === null && command.signalCode === null) await once(command, 'exit');
  await rm(dataFolder, { recursive: true, force: true });
});

/** A project with a token to edit it, made before the server runs. */
async function createWorksheet(): Promise<void> {
  const postgres = await startPostgres({ dataFolder });
  await postgres.ensureDatabase('plumbline');
  await migrate({ databaseUrl: postgres.databaseUrl('plumbline') });
  Object.assign(process.env, { DATABASE_URL: postgres.databaseUrl('plumbline'), PLUMBLINE_SECRET: 's'.repeat(32) });
  const owner = await createActor('Owner');
  const place = await createPlace(owner);
  ({ token } = await as(owner).tokens.create({ name: 'Autosave', scope: 'write', days: 1 }));
  projectUrl = `http://127.0.0.1:${port}/api/v1/workspaces/${place.workspace}/projects/${place.project}`;
  await sendAnnouncements();
  await closeDatabase();
  await postgres.stop();
}

/** Runs the program up to the line that says that it takes requests. */
async function startServer(program: string): Promise<void> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { PATH, HOME, NODE_ENV: 'production', PLUMBLINE_DATA: dataFolder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  command = child;
  const ready = Promise.withResolvers<void>();
  let output = '';
  const hear = (text: Buffer) => {
    output += String(text);
    const url = /Plumbline is ready at (\S+)/.exec(output)?.[1];
    if (url === `http://127.0.0.1:${port}`) ready.resolve();
    else if (url !== undefined) ready.reject(new Error(`Plumbline started elsewhere:\n${output}`));
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.once('exit', () => ready.reject(new Error(`Plumbline ended instead of starting:\n${output}`)));
  await ready.promise;
}

async function killServerAndStartAgain(): Promise<void> {
  const note = await readFile(join(dataFolder, 'running'), 'utf8');
  const ended = once(command ?? expect.fail('no server'), 'exit');
  process.kill(Number(/process (\d+)/.exec(note)?.[1]), 'SIGKILL');
  await ended;
  await startServer('scripts/serve.ts');
}

async function killPostgres(): Promise<void> {
  const note = await readFile(join(dataFolder, 'database/postmaster.pid'), 'utf8');
  process.kill(Number.parseInt(note, 10), 'SIGKILL');
}

/** Asks until the server answers, with the same request, as the browser’s outbox does; for as long as a start may take. */
async function ask(method: 'GET' | 'PATCH', path: string, body?: unknown): Promise<unknown> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const answer = await askOnce(method, path, body).catch(() => undefined);
    if (answer?.status === 200) return JSON.parse(answer.text);
    if (answer && answer.status < 500) expect.fail(`${answer.status} ${answer.text}`);
    if (Date.now() > deadline) expect.fail(`no answer to ${method} ${path}`);
    await delay(20);
  }
}

async function askOnce(method: string, path: string, body: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(projectUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

const outcomesReply = z.object({ outcomes: z.array(z.object({ outcome: z.enum(['applied', 'repeated']) })).length(1) });
const worksheetReply = z.object({
  sections: z.record(z.string(), z.object({ value: z.record(z.string(), z.unknown()) })),
});
const eventsReply = z.object({
  items: z.array(z.object({ type: z.string(), payload: z.record(z.string(), z.unknown()) })),
  next: z.number().nullable(),
});

/** The number that stands in each field; 0 for a blank one. */
async function readNumbers(): Promise<(path: string) => number> {
  const { sections } = worksheetReply.parse(await ask('GET', '/worksheet'));
  return (path) => {
    const [section = '', field = ''] = path.split('.');
    return Number(sections[section]?.value[field] ?? 0);
  };
}

/** Every number that the log says was written to a field, oldest first. */
async function readLog(): Promise<Map<string, number[]>> {
  const written = new Map<string, number[]>(FIELDS.map((path) => [path, []]));
  let before = '';
  for (;;) {
    const { items, next } = eventsReply.parse(await ask('GET', `/events?limit=200${before}`));
    for (const { type, payload } of items) {
      if (type === 'worksheet.edited') written.get(String(payload['path']))?.unshift(Number(payload['value']));
    }
    if (next === null) return written;
    before = `&before=${next}`;
  }
}

/** Writes one field over and over, the next edit when the last one is acknowledged. */
class Writer {
  readonly path: string;
  edits: number;
  readonly #onAcknowledged: () => void;

  constructor(path: string, edits: number, onAcknowledged: () => void) {
    this.path = path;
    this.edits = edits;
    this.#onAcknowledged = onAcknowledged;
  }

  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const base = this.edits === 0 ? '' : valueHash(String(this.edits));
      const op = { id: randomUUID(), kind: 'set', path: this.path, base, value: String(this.edits + 1) };
      outcomesReply.parse(await ask('PATCH', '/worksheet', { ops: [op] }));
      this.edits += 1;
      this.#onAcknowledged();
    }
  }
}

test.each([
  { victim: 'the server', kill: killServerAndStartAgain },
  { victim: 'PostgreSQL', kill: killPostgres },
])('every acknowledged edit survives kill -9 of $victim', async ({ kill }) => {
  const before = await readNumbers();
  let acknowledged = 0;
  let reached = Promise.withResolvers<void>();
  const onAcknowledged = () => {
    acknowledged += 1;
    if (acknowledged % EDITS_A_ROUND === 0) reached.resolve();
  };
  const writers = FIELDS.map((path) => new Writer(path, before(path), onAcknowledged));
  let over = false;
  const writing = Promise.all(writers.map((writer) => writer.run(() => over)));

  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      await Promise.race([reached.promise, writing]);
      reached = Promise.withResolvers();
      const killing = kill();
      const known = writers.map(({ edits }) => edits);
      await killing;
      const numberIn = await readNumbers();
      for (const [index, { path }] of writers.entries())
        expect(numberIn(path)).toBeGreaterThanOrEqual(known[index] ?? 0);
    }
  } finally {
    over = true;
    await writing;
  }

  const numberIn = await readNumbers();
  const log = await readLog();
  for (const { path, edits } of writers) {
    expect(numberIn(path)).toBe(edits);
    // What was sent again after a kill was not made again.
    expect(log.get(path)).toEqual(Array.from({ length: edits }, (_, index) => index + 1));
  }
  expect(acknowledged).toBeGreaterThanOrEqual(ROUNDS * EDITS_A_ROUND);
});
