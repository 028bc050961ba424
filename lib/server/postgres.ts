import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { prepareDataFolder, requireReachable } from './data-folder.ts';
import { databaseAccount, isRoot } from './postgres/account.ts';
import { BUNDLED_PACKAGE, findBinaries } from './postgres/binaries.ts';
import { ADMINISTRATOR, APPLICATION, ensureCluster, removeUnfinished, type Passwords } from './postgres/cluster.ts';
import { superviseCluster, type Supervision } from './postgres/supervision.ts';
import type { StartError } from './start-error.ts';

export interface PostgresOptions {
  /** The data folder; the cluster lies in `database` inside it. */
  readonly dataFolder: string;
  /** Settings of postgresql.conf for this run. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The npm package with the binaries; the bundled PostgreSQL unless a test asks for another. */
  readonly binariesPackage?: string;
  /** One line about a thing that happened to a running database, for the console. */
  readonly say?: (line: string) => void;
  /** Pauses before each try to bring a dead database back; after the last one it is given up. */
  readonly backOffMs?: readonly number[];
  /** The database died and could not be brought back. */
  readonly onLost?: (error: StartError) => void;
}

export interface Postgres {
  readonly version: string;
  readonly port: number;
  readonly pid: number;
  /** False when another process supervises this data folder: `stop` then leaves the database running. */
  readonly supervised: boolean;
  readonly adopted: boolean;
  /** A connection string for the application's role, which is no superuser. */
  databaseUrl(database: string): string;
  administratorUrl(database: string): string;
  /** Creates the database, owned by the application's role, where it is missing. */
  ensureDatabase(database: string): Promise<void>;
  readonly stop: () => Promise<void>;
}

const BACK_OFF_MS = [0, 0, 250, 250, 500, 500, 1000, 1000, 2000, 4000];

/**
 * Starts the PostgreSQL that came with Plumbline, or adopts the one that an earlier, killed process left running, and
 * keeps it running until `stop`. Two processes may do this with one data folder at once: they share the database and
 * the first supervises it.
 * @throws StartError when there is no room, no permission, or no PostgreSQL for this machine.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  await prepareDataFolder(options.dataFolder, { isRoot: isRoot() });
  const dataFolder = await realpath(options.dataFolder);
  const account = await databaseAccount(join(dataFolder, 'database'));
  if (account) await requireReachable(dataFolder, account);
  const binaries = await findBinaries(options.binariesPackage ?? BUNDLED_PACKAGE, account && dataFolder);
  const cluster = await ensureCluster(dataFolder, binaries, account);
  const urlOf = (role: keyof Passwords, port: number, database: string) => {
    const name = role === 'administrator' ? ADMINISTRATOR : APPLICATION;
    return `postgresql://${name}:${cluster.passwords[role]}@127.0.0.1:${port}/${database}`;
  };
  const supervision = await superviseCluster({
    binaries,
    account,
    clusterFolder: cluster.folder,
    dataFolder,
    logFile: join(dataFolder, 'postgres.log'),
    settings: options.settings ?? {},
    administratorUrl: (port) => urlOf('administrator', port, 'postgres'),
    backOffMs: options.backOffMs ?? BACK_OFF_MS,
    say: options.say ?? (() => {}),
    onLost: options.onLost ?? (() => {}),
  });
  if (supervision.supervised) await removeUnfinished(dataFolder);
  const administratorUrl = (database: string) => urlOf('administrator', supervision.port, database);
  await ensureApplicationRole(administratorUrl('postgres'), cluster.passwords.application);
  return describe(supervision, {
    version: binaries.version,
    administratorUrl,
    databaseUrl: (database) => urlOf('application', supervision.port, database),
  });
}

function describe(
  supervision: Supervision,
  known: Pick<Postgres, 'version' | 'administratorUrl' | 'databaseUrl'>,
): Postgres {
  return {
    ...known,
    get pid() {
      return supervision.pid;
    },
    port: supervision.port,
    supervised: supervision.supervised,
    adopted: supervision.adopted,
    ensureDatabase: (database) => ensureDatabase(known.administratorUrl('postgres'), database),
    stop: () => supervision.stop(),
  };
}

async function ensureApplicationRole(administratorUrl: string, password: string): Promise<void> {
  await withClient(administratorUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION]);
    if (found.rowCount) return;
    await client
      .query(`CREATE ROLE ${APPLICATION} LOGIN PASSWORD ${client.escapeLiteral(password)}`)
      .catch(ignore('unique_violation', 'duplicate_object'));
  });
}

async function ensureDatabase(administratorUrl: string, database: string): Promise<void> {
  await withClient(administratorUrl, async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount) return;
    await client
      .query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${APPLICATION}`)
      .catch(ignore('unique_violation', 'duplicate_database'));
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'plumbline set-up' });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const sqlStates = { unique_violation: '23505', duplicate_object: '42710', duplicate_database: '42P04' } as const;

/** Another start created the same thing between our look and our try. */
function ignore(...conditions: (keyof typeof sqlStates)[]): (error: unknown) => void {
  return (error) => {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (!conditions.some((condition) => sqlStates[condition] === code)) throw error;
  };
}
