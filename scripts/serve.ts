// Runs on the pinned Node, started by start.mjs and dev.mjs: database, then server, until a signal ends both.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolderOf, prepareDataFolder } from '#lib/server/data-folder.ts';
import { addressOf, isReachableFromOutside } from '#lib/server/env.ts';
import { isRoot } from '#lib/server/postgres/account.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { isStartError } from '#lib/server/start-error.ts';
import { hasAccounts, openDatabase } from './serve/database.ts';
import { firstFreePort } from './serve/port.ts';
import { keptSecret, newSetupCode } from './serve/secret.ts';

/** Requests in hand are finished first; a browser that holds its event stream open must not hold up the end. */
const PATIENCE_MS = 8000;

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line: string) => console.log(line);
/** What `stop` has to close, last opened first. */
const open: (() => Promise<void>)[] = [];

async function start(): Promise<void> {
  const settings = readSettings({
    ...process.env,
    ...(process.argv.includes('--demo') ? { PLUMBLINE_DEMO: 'true' } : {}),
  });
  const dataFolder = await dataFolderFor(settings);
  const database = await openDatabase({ settings, dataFolder, say, onLost: (error) => void fail(error) });
  open.push(() => database.stop());
  const port = await firstFreePort(settings.HOST, settings.PORT);
  if (port !== settings.PORT) say(`Port ${settings.PORT} is in use; taking ${port}.`);
  await fillIn(
    settings,
    { DATABASE_URL: database.url, DIRECT_DATABASE_URL: database.directUrl, PORT: String(port) },
    dataFolder,
  );
  if (settings.PLUMBLINE_DEMO) await seed();

  const { startServer } = await import('#lib/server/http.ts');
  const server = await startServer({ dev: process.argv.includes('--dev') });
  open.push(() => server.close());
  await database.announce(server.url);
  say(`Plumbline is ready at ${settings.PLUMBLINE_URL ?? addressOf(settings.HOST, port)}`);
  if (database.dataFolder) say(`Data lies in ${database.dataFolder}`);
  if (isReachableFromOutside(settings) && !(await hasAccounts(database.url))) {
    say(
      `Set-up code: ${process.env['PLUMBLINE_SETUP_CODE']} (the set-up page asks for it, since others can reach it too)`,
    );
  }
}

/** The demo has a folder of its own, so that samples and real data cannot mix and both can run at the same time. */
async function dataFolderFor(settings: Settings): Promise<string> {
  const folder = await dataFolderOf({ projectFolder, override: settings.PLUMBLINE_DATA, isRoot: isRoot() });
  return settings.PLUMBLINE_DEMO ? join(folder, 'demo') : folder;
}

/** Puts what was found out into the environment, where the front door and Next read it. */
async function fillIn(settings: Settings, found: Record<string, string>, dataFolder: string): Promise<void> {
  Object.assign(process.env, found, { PLUMBLINE_DEMO: String(settings.PLUMBLINE_DEMO) });
  if (settings.PLUMBLINE_SECRET === undefined) {
    await prepareDataFolder(dataFolder, { isRoot: isRoot() });
    process.env['PLUMBLINE_SECRET'] = await keptSecret(dataFolder);
  }
  if (isReachableFromOutside(settings)) process.env['PLUMBLINE_SETUP_CODE'] ??= newSetupCode();
}

async function seed(): Promise<void> {
  const { seedDemo } = await import('../prisma/seed.ts');
  await seedDemo();
}

let stopping: Promise<void> | undefined;

function stop(): Promise<void> {
  stopping ??= (async () => {
    const closeAll = async () => {
      // A signal in the middle of the start waits for it, so that nothing is left running.
      await starting.catch(() => {});
      for (const close of open.toReversed()) await close();
    };
    await Promise.race([closeAll(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
  })();
  return stopping;
}

async function fail(error: unknown): Promise<void> {
  console.error(isStartError(error) ? error.message : error);
  await stop();
  process.exit(isStartError(error) ? error.exitCode : 1);
}

function end(): void {
  say('Stopping.');
  void stop().then(() => process.exit(0));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // The second Ctrl-C of someone who does not want to wait; PostgreSQL lives on and the next start adopts it.
    if (stopping) process.exit(130);
    end();
  });
}
// The command that started this process died, whatever it died of.
process.on('disconnect', () => {
  if (!stopping) end();
});

// Whoever read what this process says may be gone before it: a line that nobody reads is no reason to fail, nor to say
// so in another line, without end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const starting = start();
await starting.catch(fail);
