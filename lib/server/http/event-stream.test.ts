import { request, type IncomingMessage } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { queriesDuring } from '#test/counted-queries.ts';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openTestDoor } from '#test/test-door.ts';
import { pool } from '../db.ts';
import type { Actor } from '../store/actor.ts';
import { streamsOfOnePerson } from './event-stream.ts';

await serveTestDatabase();
const door = await openTestDoor();

let owner: Actor;
let place: { workspace: string; workspaceId: string; project: string; projectId: string };
let stream: string;

beforeAll(async () => {
  owner = await createActor('Owner');
  place = await createPlace(owner);
  stream = `/api/v1/workspaces/${place.workspace}/projects/${place.project}/stream`;
});

describe('a reader who does not read', () => {
  const batches = 10;

  beforeAll(async () => {
    await pool().query(
      `INSERT INTO "Event" ("streamId", "sequence", "workspaceId", "projectId", "type", "payload")
       SELECT $1::uuid, 1 + n, $2::uuid, $1::uuid, 'worksheet.edited', jsonb_build_object('value', repeat('x', 20000))
       FROM generate_series(1, $3::int) n`,
      [place.projectId, place.workspaceId, batches * 200],
    );
  });

  test('is not sent the whole log', async () => {
    const reader = await openWithoutReading();
    const sent = await queriesDuring(async () => {
      for (let count = 0; count < 300; count += 1) await as(owner).account.get({});
    });
    expect(sent.filter(({ text }) => text.includes('e."sequence" > $2')).length).toBeLessThan(batches / 2);
    reader.destroy();
  });

  async function openWithoutReading(): Promise<IncomingMessage> {
    const cookie = await door.cookieOf(owner);
    return new Promise((resolve, reject) => {
      request(`${door.url}${stream}?after=0`, { headers: { cookie } }, (response) => resolve(response.pause()))
        .on('error', reject)
        .end();
    });
  }
});

test('one person holds so many streams and no more, until one of them ends', async () => {
  const open = () => door.askAs(owner, stream);
  const held = await Promise.all(Array.from({ length: streamsOfOnePerson }, open));
  const refused = await open();
  expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining({ code: 'rate-limited' })]);
  await held.pop()?.body?.cancel();
  await expect.poll(async () => (await keep(await open())).status).toBe(200);
  for (const one of held) await one.body?.cancel();

  async function keep(response: Response): Promise<Response> {
    if (response.status === 200) held.push(response);
    else await response.body?.cancel();
    return response;
  }
});
