import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { valueHash, type Op } from '#lib/domain/worksheets/operations.ts';
import { editorWorld } from '#test/editor-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool, transaction } from '../db.ts';
import type { Actor } from './actor.ts';
import { guard, readAgain, type Grant } from './grants.ts';
import { insertProject } from './projects.ts';
import { beforeEdits, editWorksheet, type EditAnswer } from './worksheet-edits.ts';
import { readSections } from './worksheets.ts';

await serveTestDatabase();

let actor: Actor;
let workspace: { id: string; slug: string };

beforeAll(async () => {
  ({ workspace, actor } = await editorWorld());
});

/** A project of its own, as its editor holds it. */
async function project(): Promise<Grant<'project.edit'>> {
  const { slug } = await transaction((tx) =>
    insertProject(tx, { workspaceId: workspace.id, by: actor.userId, title: 'Fraud', visibility: 'workspace' }),
  );
  return guard('project.edit', actor, { workspace: workspace.slug, project: slug });
}

async function edit(grant: Grant<'project.edit'>, ops: readonly Op[]): Promise<EditAnswer> {
  return editWorksheet(grant, ops, await readAgain(grant, beforeEdits(ops)));
}

function set(path: string, value: string, before?: string): Op {
  return {
    id: randomUUID(),
    kind: 'set',
    path,
    base: before === undefined ? '' : valueHash(before),
    ...(before !== undefined && { baseText: before }),
    value,
  };
}

async function objective(grant: Grant<'project.edit'>): Promise<unknown> {
  const sections = await readSections(grant);
  return sections['business']?.value['objective'];
}

async function log(grant: Grant<'project.edit'>): Promise<{ sequence: number; opId: string | null }[]> {
  const { rows } = await pool().query<{ sequence: number; opId: string | null }>(
    'SELECT "sequence", "opId" FROM "Event" WHERE "streamId" = $1 ORDER BY "sequence"',
    [grant.project.id],
  );
  return rows;
}

const path = 'business.objective';

describe('editing', () => {
  test('an edit is stored, answered with its sequence, and in the log under its id', async () => {
    const grant = await project();
    const op = set(path, 'Lower the loss');
    const answer = await edit(grant, [op]);
    expect(answer).toMatchObject({
      sequence: 2,
      outcomes: [{ id: op.id, outcome: 'applied', value: 'Lower the loss' }],
    });
    expect(await objective(grant)).toBe('Lower the loss');
    expect(await log(grant)).toEqual([
      { sequence: 1, opId: null },
      { sequence: 2, opId: op.id },
    ]);
  });

  test('the same edit sent twice is made once and gets its first answer', async () => {
    const grant = await project();
    const op = set(path, 'Lower the loss');
    await edit(grant, [op]);
    await edit(grant, [set(path, 'Halve the loss', 'Lower the loss')]);
    const again = await edit(grant, [op]);
    expect(again.outcomes).toEqual([
      { id: op.id, outcome: 'repeated', path, value: 'Lower the loss', first: 'applied' },
    ]);
    expect(await objective(grant)).toBe('Halve the loss');
    expect(await log(grant)).toHaveLength(3);
  });

  test('an edit may have any id, names of the language among them', async () => {
    const grant = await project();
    const op = { ...set(path, 'Lower the loss'), id: '__proto__' };
    expect((await edit(grant, [op])).outcomes).toMatchObject([{ outcome: 'applied' }]);
    expect((await edit(grant, [op])).outcomes).toMatchObject([{ outcome: 'repeated' }]);
  });

  test('the same edit sent twice at the same moment is made once', async () => {
    const grant = await project();
    const op = set(path, 'Lower the loss');
    const answers = await Promise.all(Array.from({ length: 8 }, () => edit(grant, [op])));
    expect(answers.map((answer) => answer.outcomes[0]?.outcome ?? 'none').toSorted()).toEqual([
      'applied',
      ...Array(7).fill('repeated'),
    ]);
    expect(await log(grant)).toHaveLength(2);
  });

  test('an edit made against what is no longer there comes back as a conflict and changes nothing', async () => {
    const grant = await project();
    await edit(grant, [set('business.whyNow', 'First')]);
    await edit(grant, [set('business.whyNow', 'Second', 'First')]);
    const late = { ...set('business.deadline', '2027-01-15'), base: valueHash('2026-01-15') };
    const answer = await edit(grant, [late]);
    expect(answer.outcomes[0]).toMatchObject({ outcome: 'conflict', current: null });
    expect(await log(grant)).toHaveLength(3);
  });

  test('two who write one text at once: both texts are in it', async () => {
    const grant = await project();
    const base = 'Fraud costs us money.\n\nWe stop it by hand.';
    await edit(grant, [set('business.currentProcess', base)]);
    await Promise.all([
      edit(grant, [set('business.currentProcess', base.replace('money', '€1.9 M a year'), base)]),
      edit(grant, [set('business.currentProcess', base.replace('by hand', 'by rules'), base)]),
    ]);
    const { business } = await readSections(grant);
    expect(business?.value['currentProcess']).toBe('Fraud costs us €1.9 M a year.\n\nWe stop it by rules.');
    expect(business?.version).toBe(3);
  });

  test('many writers in one section: every edit is there, every sequence is used once', async () => {
    const grant = await project();
    const names = Array.from({ length: 12 }, (_, number) => `m${number}`);
    const inserts = names.map((id): Op => ({
      id: randomUUID(),
      kind: 'insert',
      path: 'metrics.items',
      value: { id, name: `Metric ${id}` },
      after: null,
    }));
    await Promise.all(inserts.map((op) => edit(grant, [op])));
    const { metrics } = await readSections(grant);
    expect(JSON.stringify(metrics?.value).match(/"id":"m\d+"/g)).toHaveLength(names.length);
    const sequences = (await log(grant)).map((event) => event.sequence);
    expect(new Set(sequences).size).toBe(names.length + 1);
  });

  test('one bad edit does not stop the others, and leaves no event', async () => {
    const grant = await project();
    const good = set(path, 'Lower the loss');
    const answer = await edit(grant, [set('business.nothing', 'x'), good, set('file.stage', 'launch')]);
    expect(answer.outcomes.map((outcome) => outcome.outcome)).toEqual(['refused', 'applied', 'refused']);
    expect(await log(grant)).toHaveLength(2);
  });
});
