import { expect, test } from 'vitest';
import { exampleImages } from '#test/example-images.ts';
import { createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openTestDoor } from '#test/test-door.ts';

await serveTestDatabase();
const door = await openTestDoor();

const { png } = exampleImages;

test('an image is told by its type alone, kept by one browser, and runs nothing when it is opened', async () => {
  const owner = await createActor('Owner');
  const { workspace, project } = await createPlace(owner);
  const images = `/api/v1/workspaces/${workspace}/projects/${project}/images`;
  const sent = await door.askAs(owner, images, { method: 'POST', body: JSON.stringify({ data: png.data }) });
  expect([sent.status, sent.headers.get('cache-control'), await sent.json()]).toMatchObject([
    200,
    'no-store',
    { name: png.name },
  ]);

  const shown = await door.askAs(owner, `${images}/${png.name}`);
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png.bytes);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cache-control': 'private, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
  });

  // Neither a stranger's refusal nor a name without an image may stay in a cache.
  const stranger = await createActor('Stranger');
  for (const answer of [
    await door.askAs(stranger, `${images}/${png.name}`),
    await door.askAs(owner, `${images}/${'0'.repeat(32)}`),
  ]) {
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
  }
});
