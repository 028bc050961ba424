import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '#lib/domain/json.ts';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { codeOf } from '#test/code-of.ts';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { prisma } from '../db.ts';
import type { Actor } from './actor.ts';
import { refreshSummaries } from './project-summaries.ts';

await serveTestDatabase();

type Place = Awaited<ReturnType<typeof createPlace>>;

let sam: Actor;
let dana: Actor;

beforeAll(async () => {
  sam = await createActor('Sam');
  dana = await createActor('Dana');
});

async function place(title?: string): Promise<Place> {
  const at = await createPlace(sam, title);
  await addMember(at.workspaceId, dana, 'editor');
  return at;
}

const path = 'business.objective';
const handed = () => ({ path, person: dana.userId, base: '' });

async function set(by: Actor, at: Place, value: Json, before?: Json): Promise<void> {
  const op = { id: crypto.randomUUID(), kind: 'set', path, base: valueHash(before), value } as const;
  const { outcomes } = await as(by).worksheets.applyOps({ ...at, ops: [op] });
  expect(outcomes[0]?.outcome).toBe('applied');
}

async function objectiveOf(at: Place) {
  return (await as(sam).worksheets.get(at)).sections['business']?.value['objective'];
}

/** What waits for somebody in one project; tests share their people. */
async function waiting(person: Actor, at: Place) {
  const { items } = await as(person).questions.mine({ limit: 100 });
  return items.filter(({ workspace }) => workspace.slug === at.workspace);
}

async function typesOf(at: Place) {
  return (await as(sam).events.listProject(at)).items.map(({ type }) => type);
}

describe('a question that goes to somebody', () => {
  test('makes the field not known yet with name and day, waits for them at once, and is in the log for mail', async () => {
    const at = await place('Card fraud');
    await as(sam).questions.ask({ ...at, ...handed(), by: '2026-12-12', note: 'You know the loss.' });
    expect(await objectiveOf(at)).toEqual({ unknown: { who: 'Dana', by: '2026-12-12' } });
    const asked = { path, label: 'Objective', by: '2026-12-12', askedBy: 'Sam', note: 'You know the loss.' };
    expect(await waiting(dana, at)).toMatchObject([{ ...asked, project: { slug: at.project, title: 'Card fraud' } }]);
    expect(await waiting(sam, at)).toEqual([]);
    expect((await as(dana).questions.get({ ...at, path })).asked).toMatchObject({
      person: { id: dana.userId, name: 'Dana' },
      by: { id: sam.userId, name: 'Sam' },
      note: 'You know the loss.',
    });
    const { items } = await as(sam).events.listProject({ ...at, field: path });
    expect(items).toMatchObject([
      {
        type: 'question.asked',
        actor: { id: sam.userId },
        payload: {
          path,
          label: 'Objective',
          person: { id: dana.userId },
          by: '2026-12-12',
          note: 'You know the loss.',
        },
      },
      { type: 'worksheet.edited', payload: { path, inverse: { kind: 'set', path, value: null } } },
    ]);
  });

  test('names its item', async () => {
    const at = await place();
    const value = { id: 'm1', name: 'Precision' };
    const op = { id: crypto.randomUUID(), kind: 'insert', path: 'metrics.items', after: null, value } as const;
    await as(sam).worksheets.applyOps({ ...at, ops: [op] });
    const question = { path: 'metrics.items.m1.targetValue', person: dana.userId, base: '' };
    await as(sam).questions.ask({ ...at, ...question });
    expect(await waiting(dana, at)).toMatchObject([{ label: 'Precision · Target' }]);
    const lost = { ...question, path: 'metrics.items.m2.targetValue' };
    await expect(as(sam).questions.ask({ ...at, ...lost })).rejects.toMatchObject({
      code: 'bad-input',
      message: 'Nobody can be asked about ‘metrics.items.m2.targetValue’. The item it belongs to was removed.',
    });
  });

  test('is asked once, however often the answer is lost, and again with other words', async () => {
    const at = await place();
    await as(sam).questions.ask({ ...at, ...handed(), note: 'You know.' });
    await as(sam).questions.ask({ ...at, ...handed(), note: 'You know.' });
    expect(await typesOf(at)).toEqual(['question.asked', 'worksheet.edited', 'project.created']);
    await as(sam).questions.ask({ ...at, ...handed(), note: 'It has become urgent.' });
    expect(await typesOf(at)).toEqual(['question.asked', 'question.asked', 'worksheet.edited', 'project.created']);
    expect(await waiting(dana, at)).toMatchObject([{ note: 'It has become urgent.' }]);
  });

  test('waits until it is answered', async () => {
    const at = await place();
    await as(sam).questions.ask({ ...at, ...handed() });
    const [before] = await waiting(dana, at);
    await refreshSummaries([at.projectId]);
    expect(await waiting(dana, at)).toEqual([before]);
    await set(dana, at, 'Lower the loss', { unknown: { who: 'Dana' } });
    await refreshSummaries([at.projectId]);
    expect(await waiting(dana, at)).toEqual([]);
    expect((await as(dana).questions.get({ ...at, path })).asked).toBeNull();
  });

  test('is not taken away by a summary of what stood before it', async () => {
    const at = await place();
    const asked = { path: 'business.whyNow', label: 'Why now', who: 'Dana', askedId: dana.userId };
    await prisma().openQuestion.create({ data: { projectId: at.projectId, sequence: 1_000, ...asked } });
    await refreshSummaries([at.projectId]);
    expect(await waiting(dana, at)).toHaveLength(1);
    await prisma().openQuestion.updateMany({ where: { projectId: at.projectId }, data: { sequence: 1 } });
    await set(sam, at, 'Lower the loss');
    await refreshSummaries([at.projectId]);
    expect(await waiting(dana, at)).toEqual([]);
  });

  test('is nobody’s asking any more once another name stands there', async () => {
    const at = await place();
    await as(sam).questions.ask({ ...at, ...handed(), note: 'You know.' });
    await set(dana, at, { unknown: { who: 'Sam' } }, { unknown: { who: 'Dana' } });
    await refreshSummaries([at.projectId]);
    expect(await waiting(dana, at)).toEqual([]);
    expect(await waiting(sam, at)).toMatchObject([{ askedBy: null, note: null }]);
  });

  test('stays with the account that was asked when its person takes another name', async () => {
    const at = await place();
    const before = await createActor('Robin Before');
    await addMember(at.workspaceId, before, 'editor');
    await as(sam).questions.ask({ ...at, ...handed(), person: before.userId });
    await as(before).account.update({ name: 'Robin After' });
    await refreshSummaries([at.projectId]);
    expect(await waiting({ ...before, name: 'Robin After' }, at)).toMatchObject([{ askedBy: 'Sam' }]);
  });
});

describe('asking', () => {
  test('over an answer that came meanwhile is refused, and nothing is written', async () => {
    const at = await place();
    await set(dana, at, 'Lower the loss');
    expect(await codeOf(as(sam).questions.ask({ ...at, ...handed() }))).toBe('conflict');
    expect(await objectiveOf(at)).toBe('Lower the loss');
    expect(await typesOf(at)).toEqual(['worksheet.edited', 'project.created']);
    await as(sam).questions.ask({ ...at, ...handed(), base: valueHash('Lower the loss') });
    expect(await objectiveOf(at)).toEqual({ unknown: { who: 'Dana' } });
  });

  test('by two people at once: one is first, the other looks again', async () => {
    const at = await place();
    const outcomes = await Promise.all([
      codeOf(as(sam).questions.ask({ ...at, ...handed() })),
      codeOf(as(dana).questions.ask({ ...at, ...handed(), person: sam.userId })),
    ]);
    expect(outcomes.toSorted()).toEqual(['conflict', 'ok']);
    expect(await prisma().openQuestion.count({ where: { projectId: at.projectId } })).toBe(1);
  });

  test('and an edit of the same section at the same moment both hold', async () => {
    const at = await place();
    const op = { id: crypto.randomUUID(), kind: 'set', path: 'business.whyNow', base: '', value: 'Now' } as const;
    await Promise.all([
      as(sam).questions.ask({ ...at, ...handed() }),
      as(dana).worksheets.applyOps({ ...at, ops: [op] }),
    ]);
    const { sections } = await as(sam).worksheets.get(at);
    expect(sections['business']?.value).toEqual({ objective: { unknown: { who: 'Dana' } }, whyNow: 'Now' });
  });

  test.each([
    ['a field that is not there', { path: 'business.goal' }, 'path', /^Nobody can be asked about ‘business.goal’/],
    ['a section as a whole', { path: 'business' }, 'path', /Only fields take values/],
    ['somebody of no workspace', { person: crypto.randomUUID() }, 'person', /not in the workspace/],
  ])('%s is one clear error that names the place', async (_, wrong, place_, message) => {
    const at = await place();
    await expect(as(sam).questions.ask({ ...at, ...handed(), ...wrong })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(message),
      details: { path: place_ },
    });
    expect(await typesOf(at)).toEqual(['project.created']);
  });
});

describe('what waits for somebody', () => {
  test('is also what the worksheet writes down under their name or mail address, the first to be due first', async () => {
    const at = await place();
    await set(sam, at, { unknown: { who: 'dana' } });
    const mailed = { unknown: { who: dana.email, by: '2026-12-24' } };
    const op = { id: crypto.randomUUID(), kind: 'set', path: 'business.whyNow', base: '', value: mailed } as const;
    await as(sam).worksheets.applyOps({ ...at, ops: [op] });
    expect(await waiting(dana, at)).toEqual([]);
    await refreshSummaries([at.projectId]);
    expect((await waiting(dana, at)).map((question) => [question.path, question.by, question.askedBy])).toEqual([
      ['business.whyNow', '2026-12-24', null],
      ['business.objective', null, null],
    ]);
  });

  test('is nothing of a project that was archived, that they left, or that was closed to them', async () => {
    const at = await place();
    await as(sam).questions.ask({ ...at, ...handed() });
    await as(sam).projects.update({ ...at, visibility: 'members' });
    expect(await waiting(dana, at)).toEqual([]);
    await as(sam).projects.setMembers({ ...at, members: [dana.userId] });
    expect(await waiting(dana, at)).toHaveLength(1);
    await as(sam).projects.archive(at);
    expect(await waiting(dana, at)).toEqual([]);
    await as(sam).projects.restore(at);
    await as(sam).members.remove({ ...at, member: dana.userId });
    expect(await waiting(dana, at)).toEqual([]);
    expect(await objectiveOf(at)).toEqual({ unknown: { who: 'Dana' } });
  });
});

describe('what is due', () => {
  test('stands for whoever is named on the project or owns a section, and for nobody else', async () => {
    const at = await place();
    await set(sam, at, { unknown: { who: 'Somebody', by: '2026-01-15' } });
    await refreshSummaries([at.projectId]);
    const due = async (person: Actor) =>
      (await as(person).projects.due({ limit: 100 })).items.filter(({ workspace }) => workspace.slug === at.workspace);
    expect(await due(sam)).toMatchObject([{ date: '2026-01-15', kind: 'open-question', what: 'Objective' }]);
    expect(await due(dana)).toEqual([]);
    await as(sam).projects.setOwner({ ...at, section: 'data', person: dana.userId, was: null });
    expect(await due(dana)).toHaveLength(1);
    await as(sam).projects.update({ ...at, visibility: 'members' });
    expect(await due(dana)).toEqual([]);
  });
});

describe('what changed last', () => {
  test('comes first, from every workspace, for whoever may see it', async () => {
    const [older, newer] = [await place(), await place()];
    await set(sam, newer, 'Lower the loss');
    const mine = [older, newer].map(({ workspace }) => workspace);
    const recent = async (person: Actor) => {
      const { items } = await as(person).projects.recent({ limit: 100 });
      return items.map(({ workspace }) => workspace.slug).filter((slug) => mine.includes(slug));
    };
    expect(await recent(sam)).toEqual([newer.workspace, older.workspace]);
    await set(sam, older, 'Lower the loss');
    expect(await recent(sam)).toEqual([older.workspace, newer.workspace]);
    await as(sam).projects.update({ ...older, visibility: 'members' });
    expect(await recent(dana)).toEqual([newer.workspace]);
    await as(sam).projects.archive(newer);
    expect(await recent(sam)).toEqual([older.workspace]);
  });
});
