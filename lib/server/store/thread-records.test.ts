import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { parseFile } from '#lib/domain/worksheets/file.ts';
import { sentDecision } from '#test/decision-drafts.ts';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import type { Actor } from './actor.ts';

await serveTestDatabase();

let owner: Actor;
let viewer: Actor;
let workspace: string;

beforeAll(async () => {
  owner = await createActor('Staff engineer');
  viewer = await createActor('Product owner');
  const place = await createPlace(owner);
  ({ workspace } = place);
  await addMember(place.workspaceId, viewer, 'viewer');
});

interface At {
  readonly workspace: string;
  readonly project: string;
}

/** Three threads: one that calls somebody and was changed, one resolved, one whose words are gone. */
async function discussed(): Promise<At> {
  const { slug: project } = await as(owner).projects.create({ workspace, title: 'Card-not-present fraud' });
  const at = { workspace, project };
  const call = `See [@Product owner](member:${viewer.userId})`;
  const { comment } = await as(owner).threads.open({ ...at, path: 'labels', kind: 'issue', body: 'Who labels?' });
  await as(owner).threads.changeComment({ ...at, number: 1, comment, body: `Who labels? ${call}` });
  await as(viewer).threads.reply({ ...at, number: 1, body: 'The **review** team.' });
  await as(viewer).threads.open({ ...at, path: '', kind: 'question', body: 'When is the review?' });
  await as(owner).threads.resolve({ ...at, number: 2 });
  const gone = await as(owner).threads.open({ ...at, path: 'data', kind: 'note', body: 'Never mind.' });
  await as(owner).threads.deleteComment({ ...at, number: 3, comment: gone.comment });
  return at;
}

async function fileOf(at: At): Promise<string> {
  return (await as(owner).documents.file({ ...at, kind: 'yaml', images: true })).text();
}

function threadsIn(text: string) {
  const { draft, problems } = parseFile(text, 'yaml');
  expect(problems).toEqual([]);
  return draft.threads ?? [];
}

test('threads go out with the file and come to another project as they were, by name and not by account', async () => {
  const text = await fileOf(await discussed());
  expect(threadsIn(text)).toMatchObject([
    {
      number: 1,
      kind: 'issue',
      anchor: { kind: 'section', path: 'labels' },
      comments: [
        { by: 'Staff engineer', text: 'Who labels? See @Product owner', earlier: [{ text: 'Who labels?' }] },
        { by: 'Product owner', text: 'The **review** team.' },
      ],
    },
    { number: 2, resolved: { by: 'Staff engineer' } },
    { number: 3, comments: [{ deleted: expect.any(String) }] },
  ]);
  const file = { text, kind: 'yaml' as const };
  const { slug: project } = await as(owner).projects.create({ workspace, title: 'Card-not-present fraud', file });
  const copy = { workspace, project };
  expect(await fileOf(copy)).toBe(text);

  const { said, author, unread, can } = await as(owner).threads.get({ ...copy, number: 1 });
  expect(author).toEqual({ id: null, name: 'Staff engineer' });
  expect(said.map((each) => each.author)).toEqual([
    { id: null, name: 'Staff engineer' },
    { id: null, name: 'Product owner' },
  ]);
  // It is news to nobody, and nobody’s to change.
  expect(unread).toBe(0);
  const [first] = said;
  await expect(
    as(owner).threads.changeComment({ ...copy, number: 1, comment: first?.id ?? '', body: 'Mine now' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  expect((await as(viewer).notices.list({ limit: 20 })).items.filter((each) => each.project.slug === project)).toEqual(
    [],
  );
  expect(can['resolve']).toBe(true);
});

test('a file that comes back to its project changes nothing, and brings what was added elsewhere', async () => {
  const at = await discussed();
  const text = await fileOf(at);
  expect(await as(owner).worksheets.importFile({ ...at, text, kind: 'yaml' })).toMatchObject({ imported: true });
  expect(await fileOf(at)).toBe(text);

  const file = { text, kind: 'yaml' as const };
  const { slug } = await as(owner).projects.create({ workspace, title: 'Card-not-present fraud', file });
  const copy = { workspace, project: slug };
  await as(viewer).threads.reply({ ...copy, number: 1, body: 'Elsewhere: they need a week.' });
  await as(viewer).threads.open({ ...copy, path: '', kind: 'note', body: 'A fourth.' });
  await as(owner).threads.open({ ...at, path: '', kind: 'note', body: 'Our own fourth.' });
  await as(owner).worksheets.importFile({ ...at, text: await fileOf(copy), kind: 'yaml' });
  const bodies = threadsIn(await fileOf(at)).map(({ comments }) => comments);
  expect(bodies).toMatchObject([
    [{}, {}, { text: 'Elsewhere: they need a week.' }],
    [{}],
    [{}],
    [{ text: 'Our own fourth.' }],
    [{ text: 'A fourth.' }],
  ]);
});

test('a decision that comes with a thread finds it under its number here', async () => {
  const at = await discussed();
  const { number } = await as(owner).decisions.record({ ...at, id: randomUUID(), content: sentDecision });
  await as(owner).decisions.link({ ...at, number, link: { kind: 'thread', number: 1 } });
  const text = await fileOf(at);
  const { slug } = await as(owner).projects.create({ workspace, title: 'Another' });
  const other = { workspace, project: slug };
  await as(owner).threads.open({ ...other, path: '', kind: 'note', body: 'Was here first.' });
  await as(owner).worksheets.importFile({ ...other, text, kind: 'yaml' });
  const { links } = await as(owner).decisions.get({ ...other, number: 1 });
  // Its threads 1 to 3 became 2 to 4.
  expect(links).toMatchObject([{ kind: 'thread', number: 2 }]);
});

test('a file with a thread that cannot be read is refused, with its place', async () => {
  const text = 'format: plumbline/v1\ntitle: T\nthreads:\n  - number: 1\n    comments: []\n';
  await expect(
    as(owner).projects.create({ workspace, title: 'Wrong', file: { text, kind: 'yaml' } }),
  ).rejects.toMatchObject({
    code: 'bad-input',
    message: 'Line 3 of the file: Thread 1, comments: A thread has a comment.',
  });
});

test('six thousand comments come in at once, in their order', async () => {
  const at = (thread: number, comment: number) => new Date(1.7e12 + thread * 1e6 + comment * 1000).toISOString();
  const threads = Array.from({ length: 600 }, (_, thread) => ({
    number: thread + 1,
    comments: Array.from({ length: 10 }, (__, comment) => ({
      by: 'Analyst',
      at: at(thread, comment),
      text: `${comment}`,
    })),
  }));
  const text = JSON.stringify({ format: 'plumbline/v1', title: 'Many', threads });
  const { slug } = await as(owner).projects.create({ workspace, title: 'Many', file: { text, kind: 'json' } });
  const there = threadsIn(await fileOf({ workspace, project: slug }));
  expect(there).toHaveLength(600);
  expect(there.at(-1)).toMatchObject({ number: 600, comments: threads.at(-1)?.comments });
});
