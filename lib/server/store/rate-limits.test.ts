import { expect, test } from 'vitest';
import { isAppError } from '#lib/domain/errors.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool } from '../db.ts';
import { countAttempt, rateLimits } from './rate-limits.ts';

await serveTestDatabase();

async function refused(who: string): Promise<boolean> {
  try {
    await countAttempt('signIn', who);
    return false;
  } catch (error) {
    if (isAppError(error) && error.code === 'rate-limited') return true;
    throw error;
  }
}

test('the attempt after the last one is refused, for this key alone, until the window ends', async () => {
  const { attempts, windowSeconds } = rateLimits.signIn;
  for (let count = 0; count < attempts; count += 1) expect(await refused('a')).toBe(false);
  expect(await refused('a')).toBe(true);
  expect(await refused('b')).toBe(false);
  await pool().query(`UPDATE "RateLimit" SET "windowEnds" = "windowEnds" - make_interval(secs => $1)`, [
    windowSeconds + 1,
  ]);
  expect(await refused('a')).toBe(false);
});

test('attempts that come together are counted one by one', async () => {
  const { attempts } = rateLimits.signIn;
  const outcomes = await Promise.all(Array.from({ length: attempts + 5 }, () => refused('together')));
  expect(outcomes.filter(Boolean)).toHaveLength(5);
});
