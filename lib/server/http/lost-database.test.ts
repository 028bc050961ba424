import { expect, test } from 'vitest';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openTestDoor } from '#test/test-door.ts';

// A port of this machine on which nobody listens: Postgres as it is while it starts again.
await serveTestDatabase({ DATABASE_URL: 'postgresql://plumbline@127.0.0.1:9/plumbline' });
const door = await openTestDoor();

test.each([
  ['asked about its health', '/api/v1/health', 'GET', undefined],
  ['by hand', '/api/v1/setup', 'GET', undefined],
  [
    'through Prisma',
    '/api/v1/setup',
    'POST',
    { name: 'A', email: 'a@example.org', password: 'long enough', workspace: 'W' },
  ],
])('while Postgres is away the answer asks for another try, %s', async (_, path, method, body) => {
  const headers = { 'content-type': 'application/json' };
  const response = await door.ask(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  expect([response.status, await response.json()]).toEqual([
    503,
    expect.objectContaining({
      code: 'unavailable',
      message: 'Plumbline cannot reach its database. Try again in a moment.',
    }),
  ]);
});
