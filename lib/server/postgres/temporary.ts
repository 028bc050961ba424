import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type Postgres } from '../postgres.ts';
import { findPostmaster, isAlive } from './postmaster.ts';

const PREFIX = 'plumbline-temporary-';

/** Nothing here needs to survive a power cut. */
const FAST_AND_FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** A cluster for a test run or a script: it lives in the system's temporary folder and `stop` leaves nothing behind. */
export async function startTemporaryPostgres(
  binariesPackage?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Postgres> {
  await removeAbandoned();
  const dataFolder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // mkdtemp closes the folder to the account that runs PostgreSQL for root.
  await chmod(dataFolder, 0o711);
  const postgres = await startPostgres({
    dataFolder,
    settings: { ...FAST_AND_FORGETFUL, ...settings },
    ...(binariesPackage === undefined ? {} : { binariesPackage }),
  });
  const stopServer = postgres.stop;
  return Object.assign(postgres, {
    stop: async () => {
      await stopServer();
      await rm(dataFolder, { recursive: true, force: true });
    },
  });
}

/** A run that was killed leaves its cluster running; the folder's name says whose it was. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(Number.parseInt(name.slice(PREFIX.length), 10))) continue;
    const folder = join(tmpdir(), name);
    const running = await findPostmaster(join(folder, 'database'));
    if (running) process.kill(running.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
