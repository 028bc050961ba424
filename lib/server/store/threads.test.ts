import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '#lib/domain/json.ts';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { codeOf } from '#test/code-of.ts';
import { queriesDuring } from '#test/counted-queries.ts';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { prisma } from '../db.ts';
import type { Actor } from './actor.ts';

await serveTestDatabase();

let owner: Actor;
let viewer: Actor;
let outsider: Actor;
let workspaceId: string;
let workspace: string;

beforeAll(async () => {
  owner = await createActor('Staff engineer');
  viewer = await createActor('Product owner');
  outsider = await createActor('Auditor');
  ({ workspace, workspaceId } = await createPlace(owner));
  await addMember(workspaceId, viewer, 'viewer');
});

const PROBLEM =
  'Stolen cards cost a lot.\n\nOf every ten payments that are *held* one is honest, and honest people wait.';

async function projectWith(values: Readonly<Record<string, Json>> = { 'business.problemStatement': PROBLEM }) {
  const { slug: project } = await as(owner).projects.create({ workspace, title: 'Card-not-present fraud' });
  const at = { workspace, project };
  for (const [path, value] of Object.entries(values)) await set(at, path, undefined, value);
  return at;
}

type At = Awaited<ReturnType<typeof projectWith>>;

async function set(at: At, path: string, before: Json | undefined, value: Json): Promise<void> {
  const op = { id: randomUUID(), kind: 'set' as const, path, base: valueHash(before), value };
  const { outcomes } = await as(owner).worksheets.applyOps({ ...at, ops: [op] });
  expect(outcomes).toMatchObject([{ outcome: 'applied' }]);
}

const onPassage = { path: 'business.problemStatement', passage: { quote: 'honest people  wait', occurrence: 0 } };

async function placeOf(at: At, number: number) {
  return (await as(owner).threads.get({ ...at, number })).place;
}

describe('a thread', () => {
  test('has a number of its project, a place in words, and what was said in order', async () => {
    const at = await projectWith();
    const first = await as(viewer).threads.open({ ...at, ...onPassage, body: 'How long?', kind: 'question' });
    const second = await as(owner).threads.open({ ...at, path: '', body: 'Who reads this?' });
    expect([first.number, second.number]).toEqual([1, 2]);
    await as(owner).threads.reply({ ...at, number: 1, body: 'Twenty minutes.' });
    const thread = await as(viewer).threads.get({ ...at, number: 1 });
    expect(thread).toMatchObject({ kind: 'question', blocking: false, comments: 2, author: { name: 'Product owner' } });
    expect(thread.said.map(({ body }) => body)).toEqual(['How long?', 'Twenty minutes.']);
    expect(thread.place).toMatchObject({
      state: 'exact',
      path: 'business.problemStatement',
      label: 'Business objective › What hurts, and whom',
      passage: { quote: 'honest people wait', occurrence: 0 },
    });
  });

  test('keeps its passage when the text around it changes, and its quote when the words go', async () => {
    const at = await projectWith();
    await as(owner).threads.open({ ...at, ...onPassage, body: 'How long?' });
    const longer = `A new first paragraph.\n\n${PROBLEM.replace('one is honest', 'two are honest')}`;
    await set(at, 'business.problemStatement', PROBLEM, longer);
    expect(await placeOf(at, 1)).toMatchObject({
      path: 'business.problemStatement',
      passage: { quote: 'honest people wait' },
    });
    await set(at, 'business.problemStatement', longer, 'All of it was written anew.');
    expect(await placeOf(at, 1)).toMatchObject({
      state: 'outdated',
      path: 'business.problemStatement',
      original: 'honest people wait',
      passage: null,
    });
  });

  test('on an item that is deleted goes to its list, and says what it was about', async () => {
    const item = { id: 'm1', name: 'Precision' };
    const at = await projectWith({ 'metrics.items': [item] });
    await as(owner).threads.open({ ...at, path: 'metrics.items.m1.targetValue', body: 'Why so high?' });
    await set(at, 'metrics.items', [item], []);
    expect(await placeOf(at, 1)).toMatchObject({
      state: 'outdated',
      path: 'metrics.items',
      original: 'Metrics › Precision › Target',
    });
    const { items } = await as(viewer).threads.list(at);
    expect(items).toHaveLength(1);
  });

  test('cannot be started on nothing, or on words that do not stand there', async () => {
    const at = await projectWith();
    const { threads } = as(owner);
    const body = 'Why?';
    expect(await codeOf(threads.open({ ...at, path: 'business.never', body }))).toBe('bad-input');
    expect(await codeOf(threads.open({ ...at, path: 'metrics.items.gone', body }))).toBe('bad-input');
    const passage = { quote: 'words that were never there', occurrence: 0 };
    expect(await codeOf(threads.open({ ...at, path: 'business.problemStatement', passage, body }))).toBe('conflict');
    await expect(threads.open({ ...at, path: '', body: ' \n ' })).rejects.toThrow('Input validation failed');
    expect((await threads.list(at)).items).toEqual([]);
  });

  test('is said once, however often the same comment is sent', async () => {
    const at = await projectWith();
    const id = randomUUID();
    const twice = () => as(viewer).threads.open({ ...at, path: '', id, body: 'Once.' });
    expect([(await twice()).number, (await twice()).number]).toEqual([1, 1]);
    expect(await codeOf(as(owner).threads.reply({ ...at, number: 1, id, body: 'Mine.' }))).toBe('bad-input');
    expect((await as(owner).threads.get({ ...at, number: 1 })).said).toHaveLength(1);
  });

  test('numbers are given once, also to many at a time', async () => {
    const at = await projectWith({});
    const opened = Array.from({ length: 20 }, async (_, n) =>
      as(owner).threads.open({ ...at, path: '', body: `${n}` }),
    );
    const numbers = (await Promise.all(opened)).map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });
});

describe('resolving', () => {
  test('by two at once: one does it, the other is told, and the log says it once', async () => {
    const at = await projectWith({});
    const { number } = await as(owner).threads.open({ ...at, path: '', body: 'Why?' });
    const both = [1, 2].map(async () => codeOf(as(owner).threads.resolve({ ...at, number })));
    const codes = await Promise.all(both);
    expect(codes.filter((code) => code === 'conflict')).toHaveLength(1);
    const { items } = await as(owner).events.listProject(at);
    expect(items.filter(({ type }) => type === 'thread.resolved')).toHaveLength(1);
    expect(await as(owner).threads.get({ ...at, number })).toMatchObject({ resolvedBy: { name: 'Staff engineer' } });
    await as(owner).threads.reopen({ ...at, number });
    expect(await as(owner).threads.get({ ...at, number })).toMatchObject({ resolvedAt: null, resolvedBy: null });
  });

  test('is for its author and those who may, and says so to others', async () => {
    const at = await projectWith({});
    await as(owner).threads.open({ ...at, path: '', body: 'Theirs' });
    await as(viewer).threads.open({ ...at, path: '', body: 'Mine' });
    expect(await codeOf(as(viewer).threads.resolve({ ...at, number: 1 }))).toBe('forbidden');
    await as(viewer).threads.resolve({ ...at, number: 2 });
    const { can } = await as(viewer).threads.get({ ...at, number: 1 });
    expect(can['reply']).toBe(true);
    expect(can['resolve']).toMatch(/^Only /);
    expect(await codeOf(as(viewer).threads.open({ ...at, path: '', body: 'Stop', blocking: true }))).toBe('forbidden');
  });
});

describe('comments', () => {
  test('keep what they said before, and leave nothing of it once they are deleted', async () => {
    const at = await projectWith({});
    const { comment } = await as(viewer).threads.open({ ...at, path: '', body: 'Frist' });
    await as(viewer).threads.changeComment({ ...at, number: 1, comment, body: 'First' });
    const { said } = await as(owner).threads.get({ ...at, number: 1 });
    expect(said).toMatchObject([{ body: 'First', earlier: [{ body: 'Frist' }], deletedAt: null }]);
    expect(await codeOf(as(owner).threads.changeComment({ ...at, number: 1, comment, body: 'No' }))).toBe('forbidden');
    await as(owner).threads.deleteComment({ ...at, number: 1, comment });
    const left = await as(owner).threads.get({ ...at, number: 1 });
    expect(left.said).toMatchObject([{ body: '', earlier: [] }]);
    expect(left.resolvedAt).not.toBeNull();
    const events = await prisma().event.findMany({ where: { projectId: { not: null } } });
    expect(JSON.stringify(events.map(({ payload }) => payload))).not.toMatch(/Frist|"First"/);
  });

  test('call members, and say whom they do not call', async () => {
    const at = await projectWith({});
    const body = '@Product owner and @Auditor, look';
    const { nobody, comment } = await as(owner).threads.open({ ...at, path: '', body });
    expect(nobody).toEqual(['Auditor']);
    const called = await prisma().mention.findMany({ where: { commentId: comment } });
    expect(called.map(({ userId }) => userId)).toEqual([viewer.userId]);
    const link = `[@Auditor](member:${outsider.userId})`;
    expect((await as(owner).threads.reply({ ...at, number: 1, body: link })).nobody).toEqual(['Auditor']);
    await as(owner).threads.changeComment({ ...at, number: 1, comment, body: 'Nobody' });
    expect(await prisma().mention.count({ where: { commentId: comment } })).toBe(0);
  });

  test('are unread to others until they have read so far', async () => {
    const at = await projectWith({});
    await as(owner).threads.open({ ...at, path: '', body: 'Why?' });
    const unread = async (actor: Actor) => (await as(actor).threads.list(at)).items.map((line) => line.unread);
    expect([await unread(owner), await unread(viewer)]).toEqual([[0], [1]]);
    const { said } = await as(viewer).threads.get({ ...at, number: 1 });
    await as(viewer).threads.markRead({ ...at, number: 1, sequence: said.at(-1)?.sequence ?? 0 });
    expect(await unread(viewer)).toEqual([0]);
    await as(owner).threads.reply({ ...at, number: 1, body: 'And how?' });
    await as(viewer).threads.markRead({ ...at, number: 1, sequence: 1 });
    expect(await unread(viewer)).toEqual([1]);
    expect((await as(viewer).threads.list({ ...at, unread: true, mine: false })).items).toHaveLength(1);
    expect((await as(viewer).threads.list({ ...at, mine: true })).items).toEqual([]);
  });
});

describe('the list', () => {
  test('is filtered and paged, newest first', async () => {
    const at = await projectWith();
    const { threads } = as(owner);
    for (const path of ['', 'business', 'business.problemStatement', 'metrics']) {
      await threads.open({
        ...at,
        path,
        body: `On ${path}`,
        kind: path === '' ? 'issue' : 'note',
        blocking: path === 'metrics',
      });
    }
    await threads.resolve({ ...at, number: 2 });
    const numbers = async (filter: object) =>
      (await threads.list({ ...at, ...filter })).items.map((line) => line.number);
    expect(await numbers({})).toEqual([4, 3, 2, 1]);
    expect(await numbers({ state: 'open' })).toEqual([4, 3, 1]);
    expect(await numbers({ state: 'resolved' })).toEqual([2]);
    expect(await numbers({ section: 'business' })).toEqual([3, 2]);
    expect(await numbers({ kind: 'issue' })).toEqual([1]);
    expect(await numbers({ blocking: true })).toEqual([4]);
    const page = await threads.list({ ...at, limit: 3 });
    expect([page.items.length, page.next]).toEqual([3, 2]);
    expect(await numbers({ before: page.next })).toEqual([1]);
  });

  test('takes no more statements for many threads than for one', async () => {
    const at = await projectWith();
    const add = () => as(owner).threads.open({ ...at, ...onPassage, body: 'Why?' });
    await add();
    const { length: few } = await queriesDuring(() => as(owner).threads.list(at));
    for (let count = 0; count < 20; count += 1) await add();
    expect(await queriesDuring(() => as(owner).threads.list(at))).toHaveLength(few);
  });
});
