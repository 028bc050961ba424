import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { migrationsFolder, readMigrations, readSchema } from './migration-files.ts';
import { NO_FILTERS, openSchemaEngine } from './schema-engine.ts';

/**
 * The SQL that leads from the migrations to the schema in prisma/schema; empty when they agree.
 * The migrations are replayed in a database of their own, so the role needs the right to create one.
 */
export async function schemaDifference(administratorUrl: string): Promise<string> {
  const schema = await readSchema();
  const migrations = await readMigrations();
  const { engine, close } = await openSchemaEngine({ databaseUrl: administratorUrl, schema });
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    });
    const script = withoutKnownExtensions(stdout ?? '', migrations);
    return script === '-- This is an empty migration.' ? '' : script;
  } finally {
    await close();
  }
}

/** The engine does not look for extensions in the replayed database, so it asks for each of them every time. */
function withoutKnownExtensions(script: string, { migrationDirectories }: MigrationList): string {
  const replayed = migrationDirectories.map(({ migrationFile }) => migrationFile.content.value).join('\n');
  return script
    .replace(/-- CreateExtension\n(CREATE EXTENSION [^;]*;)\s*/g, (block, statement: string) =>
      replayed.includes(statement) ? '' : block,
    )
    .trim();
}

/** Writes a migration folder in Prisma's format and returns its path. */
export async function writeMigration(name: string, script: string, now: Date): Promise<string> {
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), `${script}\n`);
  return folder;
}

/** Makes the tables straight from the schema, with no migration: the other side of the drift test. */
export async function pushSchema(databaseUrl: string): Promise<void> {
  const schema = await readSchema();
  const { engine, close } = await openSchemaEngine({ databaseUrl, schema });
  try {
    await engine.schemaPush({ schema, force: false, filters: NO_FILTERS });
  } finally {
    await close();
  }
}
