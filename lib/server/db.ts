import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from './env.ts';
import { PrismaClient, type Prisma } from './generated/client.ts';
import { forget, oncePerProcess } from './process-wide.ts';

/** Shows in pg_stat_activity, and is what the test of the number of connections counts. */
export const applicationName = 'plumbline';

/** The statements of one transaction; functions that take it are run inside their caller's. */
export type Transaction = Prisma.TransactionClient;

/** The one pool of this process, for Prisma and for the few statements that are written by hand. */
export function pool(): pg.Pool {
  return oncePerProcess('pool', () => {
    const made = new pg.Pool({
      connectionString: env().databaseUrl,
      application_name: applicationName,
      max: 10,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    });
    // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
    made.on('error', (error) => console.error(`postgres: ${error.message}`));
    return made;
  });
}

/**
 * A statement that Postgres plans once a connection. Behind a transaction pooler, which DIRECT_DATABASE_URL tells of,
 * it goes without a name: the next one may come to another connection, where nobody knows it.
 */
export function prepared(statement: Required<Pick<pg.QueryConfig, 'name' | 'text' | 'values'>>): pg.QueryConfig {
  const { databaseUrl, directDatabaseUrl } = env();
  const { name, ...unnamed } = statement;
  return databaseUrl === directDatabaseUrl ? { name, ...unnamed } : unnamed;
}

export function prisma(): PrismaClient {
  return oncePerProcess('prisma', () => new PrismaClient({ adapter: new PrismaPg(pool()) }));
}

/** Runs a command in one transaction. Longer waits for a lock or a connection are refused rather than queued for ever. */
export async function transaction<T>(command: (tx: Transaction) => Promise<T>): Promise<T> {
  return prisma().$transaction(command, { maxWait: 10_000, timeout: 20_000 });
}

/** Ends every connection; used when the server closes and between tests. */
export async function closeDatabase(): Promise<void> {
  const client = forget('prisma');
  if (client instanceof PrismaClient) await client.$disconnect();
  const connections = forget('pool');
  if (connections instanceof pg.Pool) await connections.end();
}
