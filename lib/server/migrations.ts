import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { connectProblem } from './database-address.ts';
import { NO_FILTERS, openSchemaEngine } from './migrations/schema-engine.ts';
import { readMigrations } from './migrations/migration-files.ts';
import { StartError } from './start-error.ts';

/** One process migrates a database at a time. Prisma's own lock (72707369) is taken by the engine besides. */
const MIGRATION_LOCK = 7_105_861;

export interface MigrateOptions {
  readonly databaseUrl: string;
  /** Where the migrations lie; prisma/migrations unless a test says otherwise. */
  readonly folder?: string;
  readonly say?: (line: string) => void;
}

/**
 * Applies the migrations that the database lacks and returns their names.
 *
 * Every migration runs in one transaction, which also writes "finished" into Prisma's history table. Whatever is killed
 * in the middle – this process, PostgreSQL, the machine – a migration is there whole or not at all, and a row that was
 * begun and not finished means "not at all": it is marked as rolled back and the migration runs again. A migration
 * therefore cannot hold statements that refuse transactions, such as CREATE INDEX CONCURRENTLY.
 *
 * Needs a session of its own: behind a transaction pooler give the direct address.
 * @throws StartError when the database is out of reach, is not Plumbline's, is newer than this Plumbline, or a migration fails.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = await readMigrations(options.folder);
  const session = new pg.Client({ connectionString: options.databaseUrl, application_name: 'plumbline migrations' });
  session.on('error', () => {});
  await session.connect().catch((error: unknown) => {
    throw connectProblem(error, options.databaseUrl);
  });
  try {
    if (await isUpToDate(session, migrations)) return [];
    await takeLock(session, options.say);
    await forgetInterrupted(session);
    return await applyMissing(session, migrations, options.databaseUrl);
  } finally {
    await session.end().catch(() => {});
  }
}

async function isUpToDate(session: pg.Client, migrations: MigrationList): Promise<boolean> {
  const applied = await appliedMigrations(session);
  const known = migrations.migrationDirectories.map(({ path }) => path);
  const foreign = applied.find((name) => !known.includes(name));
  if (foreign !== undefined) {
    throw new StartError(
      'configuration',
      `The database was last used by a newer Plumbline (this one does not know its migration ${foreign}): start that version, or restore an earlier backup.`,
    );
  }
  return known.every((name) => applied.includes(name));
}

async function appliedMigrations(session: pg.Client): Promise<string[]> {
  if (!(await hasHistory(session))) return [];
  const { rows } = await session.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return rows.map((row) => row.migration_name);
}

async function hasHistory(session: pg.Client): Promise<boolean> {
  const { rows } = await session.query<{ found: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
  );
  return rows[0]?.found === true;
}

/**
 * The lock and the migrations share this session. After a kill -9 of this process PostgreSQL may still be busy with the
 * statement it was given; the next start waits at the lock until that has ended.
 */
async function takeLock(session: pg.Client, say: MigrateOptions['say']): Promise<void> {
  const { rows } = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
    MIGRATION_LOCK,
  ]);
  if (rows[0]?.taken) return;
  say?.('Another process is migrating this database; waiting for it.');
  await session.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
}

async function forgetInterrupted(session: pg.Client): Promise<void> {
  if (!(await hasHistory(session))) return;
  await session.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}

async function applyMissing(session: pg.Client, migrations: MigrationList, databaseUrl: string): Promise<string[]> {
  let scriptError: unknown;
  const runScript = async (script: string) => {
    try {
      await runMigration(session, script);
    } catch (error) {
      scriptError = error;
      throw error;
    }
  };
  const { engine, close } = await openSchemaEngine({ databaseUrl, runScript });
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrations,
      filters: NO_FILTERS,
    });
    return appliedMigrationNames;
  } catch (error) {
    throw await migrationProblem(session, scriptError ?? error);
  } finally {
    await close();
  }
}

async function runMigration(session: pg.Client, script: string): Promise<void> {
  await session.query('BEGIN');
  try {
    await session.query(script);
    await session.query(
      `UPDATE _prisma_migrations SET finished_at = now()
       WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
    );
    await session.query('COMMIT');
  } catch (error) {
    await session.query('ROLLBACK');
    throw error;
  }
}

async function migrationProblem(session: pg.Client, error: unknown): Promise<StartError> {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (error instanceof Error && 'code' in error && error.code === 'P3005') {
    return new StartError(
      'configuration',
      'The database named by DATABASE_URL already holds tables of something else: give Plumbline an empty one.',
      { cause: error },
    );
  }
  const { rows } = await session
    .query<{ migration_name: string }>(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )
    .catch(() => ({ rows: [] }));
  const name = rows[0]?.migration_name;
  return new StartError(
    'failed',
    `The database could not be brought up to date${name ? ` (migration ${name})` : ''}: ${message}; nothing of it was kept.`,
    { cause: error },
  );
}
