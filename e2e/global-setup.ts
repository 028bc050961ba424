import { startTemporaryPostgres } from '#lib/server/postgres/temporary.ts';
import { unpackChromium } from './fixtures/chromium.ts';

/** Once a run: the browser is unpacked, and a PostgreSQL started in which every worker makes its own database. */
export default async function setUp(): Promise<() => Promise<void>> {
  unpackChromium();
  const postgres = await startTemporaryPostgres(undefined, { shared_preload_libraries: 'pg_stat_statements' });
  process.env['E2E_ADMINISTRATOR_URL'] = postgres.administratorUrl('postgres');
  process.env['E2E_APPLICATION_URL'] = postgres.databaseUrl('postgres');
  return () => postgres.stop();
}
