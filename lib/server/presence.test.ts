import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openTestDoor } from '#test/test-door.ts';
import { pool } from './db.ts';
import { presenceChannel } from './presence.ts';
import type { Actor } from './store/actor.ts';

await serveTestDatabase();
const door = await openTestDoor();

let owner: Actor;
let editor: Actor;
let place: { workspace: string; workspaceId: string; project: string; projectId: string };
let stream: string;

beforeAll(async () => {
  owner = await createActor('Owner');
  editor = await createActor('Editor');
  place = await createPlace(owner);
  await addMember(place.workspaceId, editor, 'editor');
  stream = `/api/v1/workspaces/${place.workspace}/projects/${place.project}/stream`;
});

/** Somebody at the project: what their stream has said of the others last, and how they go. */
async function at(open: Promise<Response>) {
  const { body } = await open;
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const reading = (async () => {
    for (;;) {
      const piece = await reader?.read();
      if (piece?.value === undefined) return;
      heard += piece.value;
    }
  })();
  return {
    last: () => [...heard.matchAll(/event: here\ndata: (.*)\n/g)].at(-1)?.[1],
    go: async () => {
      await reader?.cancel();
      await reading;
    },
  };
}

const named = (...people: readonly Actor[]) => JSON.stringify(people.map(({ userId: id, name }) => ({ id, name })));

test('each sees the others come and go, and never themselves', async () => {
  const first = await at(door.askAs(owner, stream));
  const second = await at(door.askAs(editor, stream));
  await expect.poll(first.last).toBe(named(editor));
  await expect.poll(second.last).toBe(named(owner));

  const again = await at(door.askAs(editor, stream));
  await again.go();
  expect(first.last()).toBe(named(editor));
  await second.go();
  await expect.poll(first.last).toBe('[]');
  await first.go();
});

test('a program that listens with a token is nobody who is there', async () => {
  const { token } = await as(editor).tokens.create({ name: 'Watch', scope: 'read', days: 1 });
  const reviewer = await createActor('Reviewer');
  await addMember(place.workspaceId, reviewer, 'reviewer');
  const first = await at(door.askAs(owner, stream));
  const program = await at(door.ask(stream, { headers: { authorization: `Bearer ${token}` } }));
  const second = await at(door.askAs(reviewer, stream));
  await expect.poll(first.last).toBe(named(reviewer));
  await expect.poll(second.last).toBe(named(owner));
  for (const one of [program, second, first]) await one.go();
});

test('people at another instance are there too', async () => {
  const first = await at(door.askAs(owner, stream));
  const from = randomUUID();
  const tell = (people: readonly { id: string; name: string }[]) =>
    pool().query('SELECT pg_notify($1, $2)', [
      presenceChannel,
      JSON.stringify({ from, project: place.projectId, people }),
    ]);
  const person = { id: editor.userId, name: editor.name };
  // The connection that listens may still be on its way.
  await expect
    .poll(async () => {
      await tell([person]);
      return first.last();
    })
    .toBe(named(editor));
  await tell([]);
  await expect.poll(first.last).toBe('[]');
  await first.go();
});
