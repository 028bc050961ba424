import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { limits } from '#lib/domain/limits.ts';
import { writeFile } from '#lib/domain/worksheets/file.ts';
import { damagedImage, exampleImages } from '#test/example-images.ts';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool, prisma } from '../db.ts';
import { unnamedDays } from './images.ts';
import { purge } from './purge.ts';

await serveTestDatabase();

const { png, gif, jpeg } = exampleImages;

async function newPlace() {
  const owner = await createActor('Owner');
  const { projectId, ...place } = await createPlace(owner);
  const { images, worksheets, documents, events } = as(owner);
  const at = { workspace: place.workspace, project: place.project };
  const write = (value: string | null, base = '') =>
    worksheets.applyOps({ ...at, ops: [{ id: randomUUID(), kind: 'set', path: 'overview.summary', base, value }] });
  const keptNames = async () => {
    const rows = await prisma().image.findMany({ where: { projectId }, select: { name: true } });
    return rows.map(({ name }) => name).toSorted();
  };
  return { owner, projectId, at, images, worksheets, documents, events, write, keptNames };
}

const longAgo = (projectId: string) =>
  pool().query(`UPDATE "Image" SET "addedAt" = now() - make_interval(days => $2) WHERE "projectId" = $1`, [
    projectId,
    unnamedDays + 1,
  ]);

test('an image comes back as it was sent, and the worksheet says how large it is', async () => {
  const { at, images, worksheets, write } = await newPlace();
  const kept = await images.add({ ...at, data: png.data });
  expect(kept).toEqual({ name: png.name, type: 'png', width: 7, height: 5, size: png.size });
  const file = await images.get({ ...at, name: png.name });
  expect([file.type, new Uint8Array(await file.arrayBuffer())]).toEqual(['image/png', png.bytes]);
  expect((await worksheets.get(at)).images).toEqual([]);
  await write(`![One](image:${png.name}) ![Gone](image:${gif.name})`);
  expect((await worksheets.get(at)).images).toEqual([kept]);
});

test('the same bytes are kept once, and told once', async () => {
  const { at, images, events, keptNames } = await newPlace();
  for (let time = 0; time < 3; time += 1) await images.add({ ...at, data: png.data });
  expect(await keptNames()).toEqual([png.name]);
  const { items } = await events.listProject(at);
  expect(items.map(({ type }) => type)).toEqual(['image.added', 'project.created']);
});

test('what a photo says of its place is not kept', async () => {
  const { at, images, keptNames } = await newPlace();
  const place = Buffer.from('52.5, 13.4');
  const told = Buffer.concat([jpeg.bytes.subarray(0, 2), Buffer.of(0xff, 0xfe, 0, 12), place, jpeg.bytes.subarray(2)]);
  const kept = await images.add({ ...at, data: told.toString('base64') });
  expect(kept).toMatchObject({ name: jpeg.name, size: jpeg.size });
  expect(await keptNames()).toEqual([jpeg.name]);
});

test.each([
  ['an SVG', Buffer.from('<svg onload="alert(1)"/>').toString('base64'), /SVG can hold scripts/],
  ['text', Buffer.from('hello').toString('base64'), /not an image that can be kept/],
  ['what is damaged within', damagedImage.data, /The image is damaged/],
  ['nothing', '', /not an image/],
])('%s is refused with the reason', async (_what, data, reason) => {
  const { at, images, keptNames } = await newPlace();
  await expect(images.add({ ...at, data })).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(reason),
  });
  expect(await keptNames()).toEqual([]);
});

describe('a project keeps no more than it may', () => {
  const fill = (projectId: string, count: number, size: number) =>
    pool().query(
      `INSERT INTO "Image" ("projectId", "name", "type", "width", "height", "bytes")
       SELECT $1, md5(n::text), 'png', 1, 1, decode(repeat('00', $3), 'hex') FROM generate_series(1, $2) n`,
      [projectId, count, size],
    );

  test('images', async () => {
    const { at, projectId, images, keptNames } = await newPlace();
    await fill(projectId, limits.imagesPerProject - 1, 1);
    await images.add({ ...at, data: png.data });
    await images.add({ ...at, data: png.data });
    await expect(images.add({ ...at, data: gif.data })).rejects.toMatchObject({ code: 'too-large' });
    expect(await keptNames()).not.toContain(gif.name);
  });

  test('bytes', async () => {
    const { at, projectId, images } = await newPlace();
    await fill(projectId, 10, limits.imageBytesPerProject / 10);
    await expect(images.add({ ...at, data: png.data })).rejects.toMatchObject({
      code: 'too-large',
      message: 'A project keeps at most 50\u202fMB of images. Make this one smaller.',
    });
  });
});

describe('a file', () => {
  const texts = `![One](image:${png.name}) ![Two](image:${jpeg.name})`;

  test('carries images to another project, and they come out again with the same bytes', async () => {
    const here = await newPlace();
    for (const { data } of [png, jpeg]) await here.images.add({ ...here.at, data });
    await here.write(texts);
    const file = await here.documents.file({ ...here.at, kind: 'yaml' });
    const text = await file.text();

    const there = await newPlace();
    expect(await there.worksheets.importFile({ ...there.at, text, kind: 'yaml' })).toEqual({
      imported: true,
      missingImages: [],
      problems: [],
    });
    expect(await (await there.documents.file({ ...there.at, kind: 'yaml' })).text()).toBe(text);
    const copy = await as(there.owner).projects.create({
      workspace: there.at.workspace,
      title: 'Copy',
      file: { text, kind: 'yaml' },
    });
    const copied = { workspace: there.at.workspace, project: copy.slug };
    expect((await there.worksheets.get(copied)).images.map(({ name }) => name).toSorted()).toEqual(
      [jpeg.name, png.name].toSorted(),
    );
  });

  test('without its images is taken in, and says which are missing', async () => {
    const { at, images, worksheets, documents } = await newPlace();
    await images.add({ ...at, data: jpeg.data });
    const draft = { format: 'plumbline/v1', title: 'Trial', sections: { overview: { summary: texts } } } as const;
    const text = writeFile(draft, 'json');
    expect(await worksheets.importFile({ ...at, text, kind: 'json' })).toEqual({
      imported: true,
      missingImages: [png.name],
      problems: [],
    });
    expect(await (await documents.file({ ...at, kind: 'json', images: false })).text()).toBe(text);
    expect(await (await documents.markdown(at)).text()).toContain('*Image: One (the image itself is not here)*');
  });
});

describe('the nightly purge', () => {
  test('leaves what is named, and what was named once; the rest goes after its days', async () => {
    const { at, projectId, images, write, keptNames } = await newPlace();
    for (const { data } of [png, gif, jpeg]) await images.add({ ...at, data });
    await write(`![One](image:${png.name})`);
    const { outcomes } = await write(`![Two](image:${jpeg.name})`, 'x');
    expect(outcomes[0]?.outcome).toBe('conflict');
    await purge();
    expect(await keptNames()).toHaveLength(3);

    await longAgo(projectId);
    await pool().query(`UPDATE "Section" SET "value" = '{}' WHERE "projectId" = $1`, [projectId]);
    await purge();
    expect(await keptNames()).toEqual([png.name]);
    await purge();
    expect(await keptNames()).toEqual([png.name]);
  });

  test('gives an image that is added again its days anew', async () => {
    const { at, projectId, images, keptNames } = await newPlace();
    await images.add({ ...at, data: png.data });
    await longAgo(projectId);
    await images.add({ ...at, data: png.data });
    await purge();
    expect(await keptNames()).toEqual([png.name]);
  });
});
