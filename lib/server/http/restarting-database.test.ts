import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openTestDoor } from '#test/test-door.ts';
import { openSession } from '../store/sessions.ts';

const database = await serveTestDatabase();
const door = await openTestDoor();

/** What Postgres does to everybody when it is restarted. */
async function endAllSessions(administrator: pg.Client): Promise<void> {
  await administrator.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
}

test('a PDF that is asked for while Postgres restarts is whole or asks for another try, and nothing else breaks', async () => {
  const person = await createActor('Fraud data scientist');
  const sessionId = await openSession(person.userId, { address: '192.0.2.1', userAgent: 'test' }, 'password');
  const actor = { ...person, via: { kind: 'session' as const, sessionId } };
  const { workspace, project } = await createPlace(person);
  const op = { id: randomUUID(), kind: 'set' as const, path: 'business.objective', base: '', value: 'Less loss' };
  await as(person).worksheets.applyOps({ workspace, project, ops: [op] });
  const ask = () => door.askAs(actor, `/api/v1/workspaces/${workspace}/projects/${project}/document.pdf`);

  const administrator = new pg.Client({ connectionString: database.url });
  await administrator.connect();
  const outcomes: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const asked = Array.from({ length: 2 }, ask);
    await endAllSessions(administrator);
    for (const answer of await Promise.all(asked)) {
      outcomes.push(answer.status);
      const body = Buffer.from(await answer.arrayBuffer());
      if (answer.status === 200) expect(body.subarray(-6).toString().trim()).toBe('%%EOF');
      else expect(JSON.parse(body.toString())).toMatchObject({ code: 'unavailable' });
    }
  }
  await administrator.end();
  expect(outcomes.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  await expect.poll(async () => (await ask()).status).toBe(200);
});
