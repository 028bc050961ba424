import { expect, test } from 'vitest';
import { isAppError } from '#lib/domain/errors.ts';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool } from '../db.ts';
import type { Actor } from './actor.ts';
import { countAttempt, rateLimits } from './rate-limits.ts';

await serveTestDatabase();

interface Place {
  readonly workspace: string;
  readonly project: string;
}

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

test.each([
  ['pdf', (person: Actor, place: Place) => as(person).documents.pdf(place)],
  [
    'importFile',
    (person: Actor, place: Place) => as(person).worksheets.importFile({ ...place, text: '', kind: 'yaml' }),
  ],
  [
    'importFile',
    (person: Actor, place: Place) =>
      as(person).projects.create({ ...place, title: 'New', file: { text: '', kind: 'yaml' } }),
  ],
] as const)('what keeps the process busy has its limit a person: %s', async (name, work) => {
  const person = await createActor('Busy person');
  const place = await createPlace(person);
  for (let count = 0; count < rateLimits[name].attempts; count += 1) await countAttempt(name, person.userId);
  await expect(work(person, place)).rejects.toMatchObject({ code: 'rate-limited' });
});
