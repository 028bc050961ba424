import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '#lib/domain/json.ts';
import { valueHash, type Op } from '#lib/domain/worksheets/operations.ts';
import { queriesDuring } from '#test/counted-queries.ts';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { prisma } from '../db.ts';
import type { Actor } from './actor.ts';

await serveTestDatabase();

let owner: Actor;
let editor: Actor;

beforeAll(async () => {
  owner = await createActor('Owner');
  editor = await createActor('Editor');
});

type Place = Awaited<ReturnType<typeof createPlace>>;

async function place(): Promise<Place> {
  const made = await createPlace(owner);
  await addMember(made.workspaceId, editor, 'editor');
  return made;
}

function set(path: string, value: Json | null, before: Json | null = null): Op {
  return { id: randomUUID(), kind: 'set', path, base: valueHash(before), value };
}

/** Sends edits one by one, as typing does; the answer is where the log stands then. */
async function edit(by: Actor, at: Place, ...ops: readonly Op[]): Promise<number> {
  let sequence = 0;
  for (const op of ops) {
    const answer = await as(by).worksheets.applyOps({ ...at, ops: [op] });
    expect(answer.outcomes[0]?.outcome).toBe('applied');
    ({ sequence } = answer);
  }
  return sequence;
}

describe('comparing two moments', () => {
  test('says what a field was, what it is, and who changed it last', async () => {
    const at = await place();
    const from = await edit(owner, at, set('business.objective', 'Lower the loss'));
    await edit(owner, at, set('business.objective', 'Lower it', 'Lower the loss'));
    await edit(editor, at, set('business.objective', 'Halve it', 'Lower it'));
    await edit(owner, at, set('business.whyNow', 'It grows'));
    const { differences, more } = await as(owner).worksheets.compare({ ...at, from });
    expect(more).toBe(0);
    expect(differences).toMatchObject([
      { path: 'business.whyNow', kind: 'added', before: null, after: 'It grows', last: { by: 'Owner' } },
      { path: 'business.objective', before: 'Lower the loss', after: 'Halve it', last: { by: 'Editor' } },
    ]);
  });

  test('looks at two moments of the past alike, whatever came later', async () => {
    const at = await place();
    const [fraud, fine] = [
      { id: 'fraud', name: 'Fraud' },
      { id: 'fine', name: 'Fine' },
    ];
    const insert = (value: typeof fraud, after: string | null): Op => ({
      id: randomUUID(),
      kind: 'insert',
      path: 'framing.classes',
      value,
      after,
    });
    const from = await edit(owner, at, insert(fraud, null), insert(fine, 'fraud'));
    const to = await edit(owner, at, set('framing.classes.fine.name', 'Good', 'Fine'), {
      id: randomUUID(),
      kind: 'remove',
      path: 'framing.classes.fraud',
      base: valueHash(fraud),
    });
    await edit(
      owner,
      at,
      set('framing.classes.fine.name', 'Best', 'Good'),
      set('framing.classes', null, [{ id: 'fine', name: 'Best' }]),
    );
    const { differences } = await as(owner).worksheets.compare({ ...at, from, to });
    expect(differences).toMatchObject([
      { path: 'framing.classes.fraud', kind: 'removed', item: true, behind: null, before: fraud },
      { path: 'framing.classes.fine.name', before: 'Fine', after: 'Good' },
    ]);
    expect((await as(owner).worksheets.compare({ ...at, from: to, to })).differences).toEqual([]);
  });

  test('a list that was answered as a whole and filled again is what it was before', async () => {
    const at = await place();
    const costs = (fp: string) => set('imbalance.costMatrix.fp', fp);
    const no = { notApplicable: 'No.' };
    const from = await edit(owner, at, costs('€1'));
    await edit(
      owner,
      at,
      set('imbalance.costMatrix.fp', '€2', '€1'),
      set('imbalance.costMatrix', no, { fp: '€2' }),
      set('imbalance.costMatrix', null, no),
      costs('€3'),
      set('imbalance.costMatrix', no, { fp: '€3' }),
    );
    const { differences } = await as(owner).worksheets.compare({ ...at, from });
    expect(differences).toMatchObject([{ path: 'imbalance.costMatrix', before: { fp: '€1' }, after: no }]);
  });

  test('goes back behind an import', async () => {
    const at = await place();
    const from = await edit(owner, at, set('business.objective', 'Before the file'));
    const text = 'format: plumbline/v1\ntitle: From a file\nsections:\n  business:\n    objective: In the file\n';
    await as(editor).worksheets.importFile({ ...at, kind: 'yaml', text });
    await edit(owner, at, set('business.objective', 'After it', 'In the file'));
    const { differences } = await as(owner).worksheets.compare({ ...at, from });
    expect(differences).toMatchObject([
      { path: 'business.objective', before: 'Before the file', after: 'After it', last: { by: 'Owner' } },
    ]);
  });

  test('a project that began with a file has its beginning', async () => {
    const { workspace } = await place();
    const text = 'format: plumbline/v1\ntitle: From a file\nsections:\n  business:\n    objective: In the file\n';
    const file = { text, kind: 'yaml' } as const;
    const { slug: project } = await as(owner).projects.create({ workspace, title: 'From a file', file });
    const { differences } = await as(owner).worksheets.compare({ workspace, project, from: 0 });
    expect(differences).toEqual([]);
  });

  test('people who are gone are former members', async () => {
    const at = await place();
    const gone = await createActor('Gone');
    await addMember(at.workspaceId, gone, 'editor');
    await edit(gone, at, set('business.objective', 'Said by one who left'));
    await prisma().user.delete({ where: { id: gone.userId } });
    const { differences } = await as(owner).worksheets.compare({ ...at, from: 0 });
    expect(differences[0]?.last?.by).toBe('former member');
  });

  test('is one query, however much was typed', async () => {
    const at = await place();
    await edit(owner, at, set('business.objective', 'One'), set('business.objective', 'Two', 'One'));
    expect(await queriesDuring(() => as(owner).worksheets.compare({ ...at, from: 0 }))).toHaveLength(1);
    expect(await queriesDuring(() => as(owner).worksheets.moments(at))).toHaveLength(1);
  });
});

test('the moments to choose from are the last of each quarter of an hour', async () => {
  const at = await place();
  const first = await edit(owner, at, set('business.objective', 'One'));
  await prisma().event.updateMany({ where: { streamId: at.projectId }, data: { at: new Date('2026-11-24T10:01Z') } });
  const last = await edit(
    owner,
    at,
    set('business.objective', 'Two', 'One'),
    set('business.objective', 'Three', 'Two'),
  );
  const { items } = await as(owner).worksheets.moments(at);
  expect(items.map(({ sequence }) => sequence)).toEqual([last, first]);
  expect(items[1]?.at).toEqual(new Date('2026-11-24T10:01Z'));
});

test('the history of one field holds what lies in it, what it lies in, and nothing else', async () => {
  const at = await place();
  await edit(
    owner,
    at,
    { id: randomUUID(), kind: 'insert', path: 'framing.classes', value: { id: 'fraud', name: 'Fraud' }, after: null },
    set('framing.classes.fraud.name', 'Card fraud', 'Fraud'),
    set('framing.classes.fraud.name', 'Fraud', 'Card fraud'),
    set('business.objective', 'Lower the loss'),
  );
  const kinds = async (field: string) =>
    (await as(owner).events.listProject({ ...at, field })).items.map(({ payload }) => payload['kind']);
  expect(await kinds('framing.classes.fraud.name')).toEqual(['set', 'set', 'insert']);
  expect(await kinds('framing.classes')).toEqual(['set', 'set', 'insert']);
  expect(await kinds('framing.output')).toEqual([]);
  const page = await as(owner).events.listProject({ ...at, field: 'framing.classes', limit: 1 });
  expect(page.items).toHaveLength(1);
  expect(page.next).not.toBeNull();
});
