import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { valueHash, type Op } from '#lib/domain/worksheets/operations.ts';
import { editorWorld } from '#test/editor-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { prisma, transaction } from '../db.ts';
import type { Actor } from './actor.ts';
import { guard, readAgain, type Grant } from './grants.ts';
import { insertProject } from './projects.ts';
import { createUser } from './users.ts';
import { beforeEdits, editWorksheet, type EditOutcome } from './worksheet-edits.ts';

await serveTestDatabase();

let first: Actor;
let second: Actor;
let workspace: { id: string; slug: string };

beforeAll(async () => {
  ({ workspace, actor: first } = await editorWorld());
  const person = { email: 'second@example.org', name: 'Payments product manager' };
  const userId = await transaction((tx) => createUser(tx, person));
  await prisma().membership.create({ data: { workspaceId: workspace.id, userId, role: 'editor' } });
  second = { ...person, userId, via: { kind: 'session', sessionId: '' } };
});

/** A project, and how each of the two edits it; every edit of these tests is one op. */
async function sharedProject() {
  const { slug } = await transaction((tx) =>
    insertProject(tx, { workspaceId: workspace.id, by: first.userId, title: 'Fraud', visibility: 'workspace' }),
  );
  return async (who: Actor, op: Op): Promise<EditOutcome | undefined> => {
    const grant: Grant<'project.edit'> = await guard('project.edit', who, { workspace: workspace.slug, project: slug });
    return (await editWorksheet(grant, [op], await readAgain(grant, beforeEdits([op])))).outcomes[0];
  };
}

const metric = { id: 'm1', name: 'Precision' };
const insert: Op = { id: 'insert-0001', kind: 'insert', path: 'metrics.items', value: metric, after: null };
const remove: Op = { id: 'remove-0001', kind: 'remove', path: 'metrics.items.m1', base: valueHash(metric) };

function set(path: string, value: string | null, before?: string): Op {
  return { id: randomUUID(), kind: 'set', path, base: valueHash(before), value };
}

test('a conflict says who made the change that it met', async () => {
  const edit = await sharedProject();
  await edit(second, set('business.deadline', '2027-01-15'));
  const met = await edit(first, set('business.deadline', '2027-03-01'));
  expect(met).toMatchObject({
    outcome: 'conflict',
    current: '2027-01-15',
    last: { by: 'Payments product manager', you: false, at: expect.any(Date), sequence: 2 },
  });
});

test('a conflict with one’s own edit, made elsewhere, says so', async () => {
  const edit = await sharedProject();
  await edit(first, set('business.deadline', '2027-01-15'));
  expect(await edit(first, set('business.deadline', '2027-03-01'))).toMatchObject({ last: { you: true } });
});

test('an answer for a whole list is what an edit of one of its items met', async () => {
  const edit = await sharedProject();
  await edit(first, insert);
  const base = valueHash([metric]);
  await edit(second, { id: 'whole-0001', kind: 'set', path: insert.path, base, value: { notApplicable: 'None.' } });
  const met = await edit(first, set('metrics.items.m1.owner', 'Lead'));
  expect(met).toMatchObject({ outcome: 'refused', lost: 'metrics.items.m1', last: { by: 'Payments product manager' } });
  expect(met).not.toHaveProperty('restore');
});

test('an edit of an item that was deleted says by whom, and how it comes back', async () => {
  const edit = await sharedProject();
  await edit(first, insert);
  await edit(second, remove);
  const met = await edit(first, set('metrics.items.m1.owner', 'Lead'));
  expect(met).toMatchObject({
    outcome: 'refused',
    lost: 'metrics.items.m1',
    last: { by: 'Payments product manager', you: false },
    restore: { kind: 'insert', path: 'metrics.items', value: metric, after: null },
  });
});

test('an edit that met nobody is not asked about', async () => {
  const edit = await sharedProject();
  expect(await edit(first, insert)).not.toHaveProperty('last');
  expect(await edit(first, set('business.nothing', 'x'))).not.toHaveProperty('last');
});
