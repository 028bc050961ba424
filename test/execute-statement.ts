import pg from 'pg';

/**
 * One statement in a session of its own. Set-up and collection know no time limit of vitest's, so this brings one: a
 * database that does not answer fails the run, and does not hold it up for ever.
 */
export async function executeStatement(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 30_000, query_timeout: 60_000 });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
