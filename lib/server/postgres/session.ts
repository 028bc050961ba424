import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** Any number will do, as long as nothing else in this cluster's `postgres` database uses it. */
const SUPERVISOR_LOCK = 7_105_860;
/** A supervisor that was killed holds its lock until PostgreSQL has noticed: a few milliseconds. */
const LOCK_PATIENCE_MS = 600;

export async function connectSession(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'plumbline supervisor',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // The 'end' that follows is what the supervisor acts on.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Whether this session may supervise the cluster, which at most one may at a time. */
export async function takeSupervisorLock(session: pg.Client): Promise<boolean> {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const { rows } = await session.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      SUPERVISOR_LOCK,
    ]);
    if (rows[0]?.taken) return true;
    if (Date.now() > deadline) return false;
    await delay(30);
  }
}
