import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { codeOf } from '#test/code-of.ts';
import { sentDecision } from '#test/decision-drafts.ts';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { prisma } from '../db.ts';
import type { Actor } from './actor.ts';

await serveTestDatabase();

let owner: Actor;
let viewer: Actor;
let stranger: Actor;
let workspace: string;

beforeAll(async () => {
  owner = await createActor('Staff engineer');
  viewer = await createActor('Product owner');
  stranger = await createActor('Auditor');
  const place = await createPlace(owner);
  workspace = place.workspace;
  await addMember(place.workspaceId, viewer, 'viewer');
});

async function newProject() {
  const { slug: project } = await as(owner).projects.create({ workspace, title: 'Delivery time promise' });
  return { workspace, project };
}

type At = Awaited<ReturnType<typeof newProject>>;

const titled = (title: string) => ({ ...sentDecision, title });

async function record(at: At, title: string, more: object = {}): Promise<number> {
  return (await as(owner).decisions.record({ ...at, content: titled(title), ...more })).number;
}

async function set(at: At, path: string, before: string | undefined, value: string): Promise<void> {
  const op = { id: randomUUID(), kind: 'set' as const, path, base: valueHash(before), value };
  const { outcomes } = await as(owner).worksheets.applyOps({ ...at, ops: [op] });
  expect(outcomes).toMatchObject([{ outcome: 'applied' }]);
}

async function said(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'done';
}

describe('a decision', () => {
  test('is kept as it was written, numbered in its project, and read by everybody there', async () => {
    const at = await newProject();
    expect(await record(at, 'Promise a day')).toBe(1);
    expect(await record(at, 'Promise an hour', { accepted: true })).toBe(2);
    const shown = await as(viewer).decisions.get({ ...at, number: 1 });
    expect(shown.content).toEqual(titled('Promise a day'));
    expect(shown).toMatchObject({ status: 'proposed', supersededBy: null, recordedBy: { name: 'Staff engineer' } });
    const { items } = await as(viewer).decisions.list(at);
    expect(items).toMatchObject([
      { number: 2, status: 'accepted', title: 'Promise an hour' },
      { number: 1, chosen: '95th percentile', makers: ['Head of administration'], tags: ['target'], paths: [] },
    ]);
    expect(await codeOf(as(viewer).decisions.get({ ...at, number: 3 }))).toBe('not-found');
  });

  test('has a number of its own, however many are written at once', async () => {
    const at = await newProject();
    const all = Array.from({ length: 24 }, (_, n) => record(at, `Decision of thread ${n}`));
    const numbers = (await Promise.all(all)).toSorted((one, other) => one - other);
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, n) => n + 1));
  });

  test('is written once, however often it is sent', async () => {
    const at = await newProject();
    const id = randomUUID();
    expect([await record(at, 'Once', { id }), await record(at, 'Once', { id })]).toEqual([1, 1]);
    expect((await as(owner).decisions.list(at)).items).toHaveLength(1);
  });

  test('is changed while it is proposed, by one at a time', async () => {
    const at = await newProject();
    const number = await record(at, 'Promise a day');
    const { sequence } = await as(owner).decisions.get({ ...at, number });
    const change = (title: string) =>
      as(owner).decisions.change({ ...at, number, base: sequence, content: titled(title), supersedes: [] });
    const outcomes = await Promise.all([said(change('Promise two days')), said(change('Promise an hour'))]);
    expect(outcomes.toSorted()).toEqual([
      'Somebody has changed decision 1 while you wrote. Look at what it says now.',
      'done',
    ]);
    await as(owner).decisions.accept({ ...at, number });
    const late = (await as(owner).decisions.get({ ...at, number })).sequence;
    const refused = as(owner).decisions.change({ ...at, number, base: late, content: titled('Never mind') });
    expect(await said(refused)).toMatch(/^Decision 1 is accepted, and only what is proposed can be changed/);
  });

  test('keeps markup as the text that it is, and refuses a title of 500 characters by name', async () => {
    const at = await newProject();
    const markup = '<script>alert(1)</script> #set text(red) **x**';
    const content = { ...sentDecision, title: markup, outcome: markup, drivers: [markup] };
    const { number } = await as(owner).decisions.record({ ...at, content });
    expect((await as(owner).decisions.get({ ...at, number })).content).toEqual(content);
    const { error } = await as(owner)
      .decisions.record({ ...at, content: titled('x'.repeat(500)) })
      .then(() => ({ error: undefined }))
      .catch((thrown: unknown) => ({ error: thrown }));
    expect(error).toMatchObject({
      cause: { issues: [{ path: ['content', 'title'], message: 'At most 200 characters.' }] },
    });
  });

  test('names members only who are in the workspace', async () => {
    const at = await newProject();
    const by = (member: string) => ({ ...sentDecision, makers: [{ name: 'Auditor', member }] });
    const { decisions } = as(owner);
    expect(await said(decisions.record({ ...at, content: by(stranger.userId) }))).toBe(
      'Auditor is not in the workspace.',
    );
    expect(await said(decisions.record({ ...at, content: by(viewer.userId) }))).toBe('done');
  });
});

describe('supersession', () => {
  test('is in both records, and in one of two that come at once', async () => {
    const at = await newProject();
    await record(at, 'Promise a day', { accepted: true });
    const next = (title: string) => said(record(at, title, { accepted: true, supersedes: [1] }));
    const outcomes = await Promise.all([next('Promise an hour'), next('Promise a minute')]);
    expect(outcomes.toSorted()).toEqual(['Decision 1 is superseded by decision 2 already.', 'done']);
    const { items } = await as(viewer).decisions.list(at);
    expect(items).toMatchObject([
      { number: 2, status: 'accepted' },
      { number: 1, status: 'superseded', supersededBy: 2 },
    ]);
    const shown = await as(viewer).decisions.get({ ...at, number: 2 });
    expect(shown).toMatchObject({ supersedes: [1], others: [{ number: 1, title: 'Promise a day' }] });
  });

  test('closes no circle, and changes nothing where it would', async () => {
    const at = await newProject();
    for (const title of ['Promise a day', 'Promise an hour']) await record(at, title, { accepted: true });
    const { decisions } = as(owner);
    await decisions.supersede({ ...at, number: 1, by: 2 });
    expect(await said(decisions.supersede({ ...at, number: 2, by: 1 }))).toBe(
      'Decision 2 would come to supersede itself: 2 → 1 → 2.',
    );
    expect(await said(decisions.supersede({ ...at, number: 2, by: 9 }))).toBe(
      'There is no decision 9 in this project.',
    );
    expect((await decisions.get({ ...at, number: 2 })).status).toBe('accepted');
  });

  test('waits with a proposed one until it is accepted', async () => {
    const at = await newProject();
    await record(at, 'Promise a day', { accepted: true });
    await record(at, 'Promise an hour', { supersedes: [1] });
    expect((await as(owner).decisions.get({ ...at, number: 1 })).status).toBe('accepted');
    await as(owner).decisions.accept({ ...at, number: 2 });
    expect(await as(owner).decisions.get({ ...at, number: 1 })).toMatchObject({
      status: 'superseded',
      supersededBy: 2,
    });
  });
});

describe('links', () => {
  test('remember what the field said, and tell when it says something else', async () => {
    const at = await newProject();
    await set(at, 'business.objective', undefined, 'Fewer calls');
    const link = { kind: 'field' as const, path: 'business.objective' };
    const number = await record(at, 'Count calls', { links: [link] });
    const fields = async () => (await as(viewer).decisions.get({ ...at, number })).fields;
    expect(await fields()).toMatchObject([
      { label: 'Business objective › Objective', state: 'stands', was: 'Fewer calls' },
    ]);
    await set(at, 'business.objective', 'Fewer calls', 'Faster trucks');
    expect(await fields()).toMatchObject([{ state: 'moved-away', was: 'Fewer calls', now: 'Faster trucks' }]);
    const shaped = async (path: string) => (await as(viewer).decisions.list({ ...at, path })).items.length;
    expect([await shaped('business.objective'), await shaped('business'), await shaped('business.obj')]).toEqual([
      1, 1, 0,
    ]);
    await as(owner).decisions.unlink({ ...at, number, link });
    expect(await fields()).toEqual([]);
  });

  test('go to a thread that there is, and back', async () => {
    const at = await newProject();
    await as(viewer).threads.open({ ...at, path: '', body: 'A day or an hour?' });
    const number = await record(at, 'Promise a day', { links: [{ kind: 'thread', number: 1 }] });
    expect((await as(viewer).decisions.list({ ...at, thread: 1 })).items).toMatchObject([{ number }]);
    expect((await as(viewer).decisions.list({ ...at, thread: 2 })).items).toEqual([]);
    const { decisions } = as(owner);
    const strangers = [
      { kind: 'thread' as const, number: 2 },
      { kind: 'field' as const, path: 'business.never' },
      { kind: 'field' as const, path: 'metrics.items.gone' },
      { kind: 'evidence' as const, id: 'none' },
    ];
    for (const link of strangers) expect(await codeOf(decisions.link({ ...at, number, link }))).toBe('bad-input');
  });
});

describe('lists', () => {
  test('narrow by status, maker, tag and day, and go on page by page', async () => {
    const at = await newProject();
    const past = { ...titled('Due long ago'), reviewBy: '2020-01-31', tags: ['old'] };
    await as(owner).decisions.record({ ...at, content: past });
    for (const title of ['First', 'Second', 'Third']) await record(at, title, { accepted: title === 'Second' });
    const numbers = async (filter: object) =>
      (await as(viewer).decisions.list({ ...at, ...filter })).items.map(({ number }) => number);
    expect(await numbers({ status: 'accepted' })).toEqual([3]);
    expect(await numbers({ person: 'ADMINISTRATION' })).toEqual([4, 3, 2, 1]);
    expect(await numbers({ person: 'nobody' })).toEqual([]);
    expect(await numbers({ tag: 'old' })).toEqual([1]);
    expect(await numbers({ due: true })).toEqual([1]);
    const first = await as(viewer).decisions.list({ ...at, limit: 3 });
    expect(first.next).toBe(2);
    expect(await numbers({ before: 2 })).toEqual([1]);
  });

  test('of a workspace hold what the reader may know of, and what is due stands on the home of its maker', async () => {
    const other = await createActor('Head of delivery');
    const place = await createPlace(other);
    await addMember(place.workspaceId, viewer, 'viewer');
    const hidden = await as(other).projects.create({ ...place, title: 'Not for all', visibility: 'members' });
    const open = await as(other).projects.create({ ...place, title: 'For all' });
    const due = { ...sentDecision, reviewBy: '2020-01-31', makers: [{ name: 'head of Delivery', member: null }] };
    for (const { slug } of [hidden, open]) {
      await as(other).decisions.record({ workspace: place.workspace, project: slug, content: due });
    }
    const seen = async (actor: Actor) =>
      (await as(actor).decisions.ofWorkspace(place)).items.map(({ project }) => project.title);
    expect(await seen(other)).toEqual(['For all', 'Not for all']);
    expect(await seen(viewer)).toEqual(['For all']);
    expect((await as(other).decisions.due({})).items).toHaveLength(2);
    expect((await as(viewer).decisions.due({})).items).toEqual([]);
    const page = await as(other).decisions.ofWorkspace({ ...place, limit: 1 });
    const rest = await as(other).decisions.ofWorkspace({ ...place, after: page.next ?? '' });
    expect(rest.items.map(({ project }) => project.title)).toEqual(['Not for all']);
  });
});

describe('a file', () => {
  test('carries decisions into a new project and out again, without accounts', async () => {
    const at = await newProject();
    await record(at, 'Promise a day', { accepted: true });
    const content = { ...titled('Promise an hour'), makers: [{ name: 'Product owner', member: viewer.userId }] };
    await as(owner).decisions.record({ ...at, content, accepted: true, supersedes: [1] });
    const text = await (await as(owner).documents.file(at)).text();
    expect(text).not.toContain(viewer.userId);
    const title = 'Delivery time promise';
    const made = await as(owner).projects.create({ workspace, title, file: { kind: 'yaml', text } });
    const again = await as(owner).documents.file({ workspace, project: made.slug });
    expect(await again.text()).toBe(text);
    const { items } = await as(owner).decisions.list({ workspace, project: made.slug });
    expect(items.map(({ number, status }) => [number, status])).toEqual([
      [2, 'accepted'],
      [1, 'superseded'],
    ]);
  });

  test('that comes to a project adds what it does not have, and takes nothing away', async () => {
    const at = await newProject();
    await record(at, 'Promise a day');
    const text = await (await as(owner).documents.file(at)).text();
    await record(at, 'Promise an hour');
    const other = await newProject();
    await record(other, 'Promise nothing');
    await as(owner).worksheets.importFile({ ...at, kind: 'yaml', text });
    await as(owner).worksheets.importFile({ ...other, kind: 'yaml', text });
    const titles = async (of: At) => (await as(owner).decisions.list(of)).items.map(({ title }) => title);
    expect(await titles(at)).toEqual(['Promise an hour', 'Promise a day']);
    expect(await titles(other)).toEqual(['Promise a day', 'Promise nothing']);
    expect(await prisma().event.count({ where: { type: 'worksheet.imported' } })).toBeGreaterThan(1);
  });
});
