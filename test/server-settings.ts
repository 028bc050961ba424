import { afterAll } from 'vitest';
import { closeDatabase } from '#lib/server/db.ts';
import { sendAnnouncements } from '#lib/server/store/announcements.ts';
import { testDatabase, type TestDatabase } from './database.ts';

/**
 * A database of its own for a test file, and the settings that make the server work on it. Call it at the top of the
 * file, before anything asks for the environment.
 */
export async function serveTestDatabase(settings: Readonly<Record<string, string>> = {}): Promise<TestDatabase> {
  const database = await testDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    PLUMBLINE_SECRET: 'a secret that only the tests know of',
    PORT: String(20_000 + Math.floor(Math.random() * 20_000)),
    ...settings,
  });
  // Runs before the database is dropped: hooks run in the reverse order.
  afterAll(async () => {
    await sendAnnouncements();
    await closeDatabase();
  });
  return database;
}
