import { rm, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { requireDatabase } from '#lib/server/database-address.ts';
import { migrate } from '#lib/server/migrations.ts';
import { startPostgres } from '#lib/server/postgres.ts';
import type { Settings } from '#lib/server/settings.ts';
import { StartError } from '#lib/server/start-error.ts';

/** A migrated database to serve from. */
export interface ServedDatabase {
  readonly url: string;
  readonly directUrl: string;
  /** Undefined for a PostgreSQL that is not ours. */
  readonly dataFolder?: string;
  /** Notes where this one can be found, for a second start on the same data. */
  announce(address: string): Promise<void>;
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  readonly settings: Settings;
  readonly dataFolder: string;
  readonly say: (line: string) => void;
  readonly onLost: (error: StartError) => void;
}

/** @throws StartError when there is no database to serve from. */
export async function openDatabase(options: DatabaseOptions): Promise<ServedDatabase> {
  const { settings, say } = options;
  const database = settings.DATABASE_URL === undefined ? await openBundled(options) : await openOwn(settings);
  try {
    const applied = await migrate({ databaseUrl: database.directUrl, say });
    if (applied.length > 0) say(`The database was brought up to date: ${applied.join(', ')}.`);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function openOwn(settings: Settings): Promise<ServedDatabase> {
  const url = settings.DATABASE_URL ?? '';
  if (settings.PLUMBLINE_DEMO) {
    throw new StartError(
      'configuration',
      'The demo keeps its samples in the bundled database, so that they never mix with yours: unset DATABASE_URL for it.',
    );
  }
  await requireDatabase(url, 'DATABASE_URL');
  const directUrl = settings.DIRECT_DATABASE_URL ?? url;
  if (directUrl !== url) await requireDatabase(directUrl, 'DIRECT_DATABASE_URL');
  return { url, directUrl, announce: async () => {}, stop: async () => {} };
}

async function openBundled({ settings, dataFolder, say, onLost }: DatabaseOptions): Promise<ServedDatabase> {
  const note = join(dataFolder, 'running');
  const postgres = await startPostgres({ dataFolder, say, onLost });
  if (!postgres.supervised) {
    const where = await readFile(note, 'utf8').catch(() => 'starting');
    throw new StartError(
      'failed',
      `Plumbline already runs on the data in ${dataFolder} (${where}): stop that one first, or name another folder with PLUMBLINE_DATA.`,
    );
  }
  const name = settings.PLUMBLINE_DEMO ? 'plumbline_demo' : 'plumbline';
  await postgres.ensureDatabase(name);
  return {
    url: postgres.databaseUrl(name),
    directUrl: postgres.databaseUrl(name),
    dataFolder,
    announce: (address) => writeFile(note, `${address}, process ${process.pid}`),
    stop: async () => {
      await rm(note, { force: true });
      await postgres.stop();
    },
  };
}

/** Whether the set-up page is still open. */
export async function hasAccounts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'plumbline start' });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>('SELECT EXISTS (SELECT 1 FROM "User") AS found');
    return rows[0]?.found === true;
  } finally {
    await client.end();
  }
}
