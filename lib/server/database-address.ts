import pg from 'pg';
import { StartError } from './start-error.ts';

const OLDEST_SUPPORTED = 15;

/** The address without its password, for messages. */
function shownAddress(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  return `${url.hostname || 'localhost'}:${url.port || '5432'}${url.pathname}`;
}

/**
 * Refuses a database that cannot be reached or is too old, before anything else is tried.
 * @throws StartError with one sentence that names the variable and what to do.
 */
export async function requireDatabase(databaseUrl: string, variable = 'DATABASE_URL'): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'plumbline start',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; version: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
    );
    if (Number(rows[0]?.number) < OLDEST_SUPPORTED * 10_000) {
      throw new StartError(
        'configuration',
        `${variable} leads to PostgreSQL ${rows[0]?.version}: Plumbline needs ${OLDEST_SUPPORTED} or newer.`,
      );
    }
  } catch (error) {
    throw connectProblem(error, databaseUrl, variable);
  } finally {
    await client.end().catch(() => {});
  }
}

/** One sentence for a connection that failed; an error of another kind comes back unchanged. */
export function connectProblem(error: unknown, databaseUrl: string, variable = 'DATABASE_URL'): unknown {
  if (!(error instanceof Error) || error instanceof StartError) return error;
  const address = shownAddress(databaseUrl);
  const user = decodeURIComponent(new URL(databaseUrl).username);
  const database = new URL(databaseUrl).pathname.slice(1);
  const say = (problem: 'configuration' | 'unavailable', text: string) =>
    new StartError(problem, `${text} (${variable}, ${address}).`, { cause: error });
  switch ('code' in error ? error.code : undefined) {
    case 'ECONNREFUSED':
      return say('unavailable', 'No PostgreSQL answers: start it, or correct the host and port');
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say('configuration', 'The host of the database is not known: correct its name');
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
      return say('unavailable', 'The database is out of reach: look at the network and the firewall');
    case '28P01':
    case '28000':
      return say(
        'configuration',
        `PostgreSQL does not let ${user || 'this user'} in: correct the user and the password`,
      );
    case '3D000':
      return say('configuration', `There is no database named ${database}: create it, or correct the name`);
    case '53300':
      return say('unavailable', 'PostgreSQL has no connection left: raise max_connections or stop other programs');
    default:
      return say('unavailable', `The database cannot be used: ${error.message}`);
  }
}
