import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { isJsonArray, isJsonObject, type JsonObject } from '#lib/domain/json.ts';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { prisma } from '../db.ts';
import type { Actor } from './actor.ts';

await serveTestDatabase();

const example = readFileSync('examples/card-fraud/worksheet.yaml', 'utf8');

let owner: Actor;
let viewer: Actor;
let workspace: string;

beforeAll(async () => {
  owner = await createActor('Staff engineer');
  viewer = await createActor('Product owner');
  const place = await createPlace(owner);
  ({ workspace } = place);
  await addMember(place.workspaceId, viewer, 'editor');
});

interface At {
  readonly workspace: string;
  readonly project: string;
}

/** The fullest example, in which two people have changed a text, and one owns a section. */
async function worked(): Promise<At> {
  const file = { text: example, kind: 'yaml' as const };
  const { slug: project } = await as(owner).projects.create({ workspace, title: 'Card fraud', file });
  const at = { workspace, project };
  const path = 'labels.workerWellbeing';
  for (const [actor, value] of [
    [owner, 'Four hours a day.'],
    [viewer, 'Four hours a day at most, and a colleague.'],
  ] as const) {
    const { sections } = await as(owner).worksheets.get(at);
    const base = valueHash(sections['labels']?.value['workerWellbeing']);
    await as(actor).worksheets.applyOps({ ...at, ops: [{ id: randomUUID(), kind: 'set', path, base, value }] });
  }
  await as(owner).projects.setOwner({ ...at, section: 'labels', person: viewer.userId, was: null });
  await as(viewer).threads.reply({ ...at, number: 2, body: 'It is in the finance report.' });
  return at;
}

async function packedOf(at: At): Promise<Buffer> {
  return Buffer.from(await (await as(owner).documents.project(at)).arrayBuffer());
}

function contentOf(packed: Buffer): { readonly worksheet: JsonObject; readonly history: readonly JsonObject[] } {
  const file: unknown = JSON.parse(gunzipSync(packed).toString());
  const { worksheet, history } = isJsonObject(file) ? file : {};
  if (!isJsonObject(worksheet) || !isJsonArray(history)) throw new Error('This is not a project’s file.');
  return { worksheet, history: history.filter(isJsonObject) };
}

async function broughtIn(packed: Buffer): Promise<At> {
  const { slug: project } = await as(owner).projects.bringIn({ workspace, data: packed.toString('base64') });
  return { workspace, project };
}

test('a project goes out as one file and comes back as another project with all that it had', async () => {
  const at = await worked();
  const packed = await packedOf(at);
  const out = contentOf(packed);
  expect(out.worksheet).toMatchObject({ title: 'Card fraud', threads: [{}, {}, {}], decisions: [{}, {}, {}] });
  expect(out.history.map(({ type, by }) => [type, by])).toEqual([
    ['project.created', 'Staff engineer'],
    ['worksheet.edited', 'Staff engineer'],
    ['worksheet.edited', 'Product owner'],
    ['project.ownerChanged', 'Staff engineer'],
    ['thread.replied', 'Product owner'],
  ]);
  expect(JSON.stringify(out)).not.toContain(viewer.userId);

  const copy = await broughtIn(packed);
  const again = contentOf(await packedOf(copy));
  expect(again.worksheet).toEqual(out.worksheet);
  const [created, ...before] = again.history.toReversed();
  expect(before.toReversed()).toEqual(out.history);
  expect(created).toMatchObject({ type: 'project.created', by: 'Staff engineer', payload: { history: 5 } });
});

test('the past of a project that was brought in can be looked at, by name and in nobody’s', async () => {
  const at = await worked();
  const copy = await broughtIn(await packedOf(at));
  const { differences } = await as(owner).worksheets.compare({ ...copy, from: 1 });
  expect(differences).toMatchObject([
    {
      path: 'labels.workerWellbeing',
      after: 'Four hours a day at most, and a colleague.',
      last: { by: 'Product owner', sequence: 3 },
    },
  ]);
  const { items } = await as(owner).events.listProject({ ...copy, limit: 10 });
  expect(items.map(({ actor, fromFile }) => [actor, fromFile])).toEqual([
    [{ id: owner.userId, name: 'Staff engineer' }, false],
    ...['Product owner', 'Staff engineer', 'Product owner', 'Staff engineer', 'Staff engineer'].map((name) => [
      { id: null, name },
      true,
    ]),
  ]);
  // What comes next is numbered after it.
  await as(owner).threads.open({ ...copy, path: '', kind: 'note', body: 'Here we go on.' });
  expect((await as(owner).events.listProject({ ...copy, limit: 1 })).items[0]?.sequence).toBe(7);
});

test('a file that is refused leaves nothing behind', async () => {
  const count = () => prisma().project.count();
  const before = await count();
  for (const [text, message] of [
    ['no gzip', 'This is not a project’s file, or it is damaged.'],
    ['', 'Input validation failed'],
  ] as const) {
    const data = Buffer.from(text).toString('base64');
    await expect(as(owner).projects.bringIn({ workspace, data })).rejects.toThrow(message);
  }
  const wrong = { format: 'plumbline-project/v1', worksheet: { format: 'plumbline/v1', title: 'T', sectons: {} } };
  const data = gzipSync(JSON.stringify(wrong)).toString('base64');
  await expect(as(owner).projects.bringIn({ workspace, data })).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining('The worksheet of the project’s file (sectons)'),
  });
  expect(await count()).toBe(before);
});
