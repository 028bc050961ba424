import { beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '#test/code-of.ts';
import { addMember, as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { prisma } from '../db.ts';
import type { Actor } from './actor.ts';

await serveTestDatabase();

type Place = Awaited<ReturnType<typeof createPlace>>;

let owner: Actor;
let dana: Actor;
let sam: Actor;

beforeAll(async () => {
  owner = await createActor('Fraud data scientist');
  dana = await createActor('Dana');
  sam = await createActor('Sam');
});

/** A project of two editors, and nobody's sections. */
async function place(): Promise<Place> {
  const at = await createPlace(owner);
  for (const person of [dana, sam]) await addMember(at.workspaceId, person, 'editor');
  return at;
}

const labelsTo = (person: Actor | null, was: Actor | null = null) => ({
  section: 'labels',
  person: person?.userId ?? null,
  was: was?.userId ?? null,
});

async function ownersOf(at: Place) {
  return (await as(owner).projects.get(at)).owners;
}

async function ownerEvents(at: Place) {
  const { items } = await as(owner).events.listProject(at);
  return items.filter(({ type }) => type === 'project.ownerChanged').map(({ payload }) => payload);
}

describe('a section', () => {
  test('is owned by a member, goes to another, and is left without one; each is in the log by name', async () => {
    const at = await place();
    expect(await ownersOf(at)).toEqual([]);
    await as(dana).projects.setOwner({ ...at, ...labelsTo(dana) });
    expect(await ownersOf(at)).toEqual([{ section: 'labels', id: dana.userId, name: 'Dana', gone: null }]);
    await as(dana).projects.setOwner({ ...at, ...labelsTo(sam, dana) });
    await as(sam).projects.setOwner({ ...at, ...labelsTo(null, sam) });
    expect(await ownersOf(at)).toEqual([]);
    const [isDana, isSam] = [dana, sam].map(({ userId: id, name }) => ({ id, name }));
    expect(await ownerEvents(at)).toEqual([
      { section: 'labels', before: isSam, after: null },
      { section: 'labels', before: isDana, after: isSam },
      { section: 'labels', before: null, after: isDana },
    ]);
  });

  test('that is given again to its owner, because an answer was lost, changes once', async () => {
    const at = await place();
    await as(dana).projects.setOwner({ ...at, ...labelsTo(dana) });
    await as(dana).projects.setOwner({ ...at, ...labelsTo(dana) });
    await as(dana).projects.setOwner({ ...at, section: 'data', person: null, was: null });
    expect(await ownerEvents(at)).toHaveLength(1);
  });

  test('that two people give away at once goes to the first; the second is told whose it is', async () => {
    const at = await place();
    const outcomes = await Promise.allSettled([
      as(dana).projects.setOwner({ ...at, ...labelsTo(dana) }),
      as(sam).projects.setOwner({ ...at, ...labelsTo(sam) }),
    ]);
    const [kept, ...more] = await ownersOf(at);
    expect(more).toEqual([]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => String(reason));
    expect(refused).toEqual([
      `AppError: ${kept?.name} owns ‘Labels and reliability’ now: somebody changed it a moment ago. Choose again if you still want to.`,
    ]);
  });

  test('whose owner was taken away meanwhile is not taken from nobody', async () => {
    const at = await place();
    await expect(as(sam).projects.setOwner({ ...at, ...labelsTo(sam, dana) })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('‘Labels and reliability’ has no owner any more'),
    });
  });
});

describe('an owner who has left', () => {
  test('stays by name, with where they went from, until somebody else takes over', async () => {
    const at = await place();
    await as(owner).projects.setOwner({ ...at, ...labelsTo(dana) });
    await as(owner).members.remove({ ...at, member: dana.userId });
    const gone = { section: 'labels', id: dana.userId, name: 'Dana', gone: 'from-workspace' };
    expect(await ownersOf(at)).toEqual([gone]);
    await as(sam).projects.setOwner({ ...at, ...labelsTo(sam, dana) });
    expect(await ownersOf(at)).toMatchObject([{ name: 'Sam', gone: null }]);
  });

  test('of a project that was closed is still a member, but does not see it', async () => {
    const at = await place();
    await as(owner).projects.setOwner({ ...at, ...labelsTo(dana) });
    await as(owner).projects.update({ ...at, visibility: 'members' });
    expect(await ownersOf(at)).toMatchObject([{ name: 'Dana', gone: 'from-project' }]);
  });

  test('with their account is a former member, and can be taken off', async () => {
    const at = await place();
    const brief = await createActor('Brief');
    await addMember(at.workspaceId, brief, 'viewer');
    await as(owner).projects.setOwner({ ...at, ...labelsTo(brief) });
    await prisma().user.delete({ where: { id: brief.userId } });
    expect(await ownersOf(at)).toEqual([
      { section: 'labels', id: null, name: 'a former member', gone: 'from-workspace' },
    ]);
    await as(sam).projects.setOwner({ ...at, ...labelsTo(null) });
    expect(await ownersOf(at)).toEqual([]);
  });
});

describe('what cannot be', () => {
  test.each([
    ['a section that is not there', { section: 'lables' }, 'There is no section ‘lables’.', 'section'],
    ['somebody of no workspace', { person: crypto.randomUUID() }, 'This person is not in the workspace.', 'person'],
  ])('%s', async (_, wrong, message, path) => {
    const at = await place();
    const asked = as(owner).projects.setOwner({ ...at, ...labelsTo(dana), ...wrong });
    await expect(asked).rejects.toMatchObject({ code: 'bad-input', message, details: { path } });
    expect(await ownersOf(at)).toEqual([]);
  });

  test('an owner who does not see the project, with the way out', async () => {
    const at = await place();
    await as(owner).projects.update({ ...at, visibility: 'members' });
    await expect(as(owner).projects.setOwner({ ...at, ...labelsTo(dana) })).rejects.toMatchObject({
      code: 'bad-input',
      message: 'Dana does not see this project. Name them on it first, in its settings.',
    });
    await as(owner).projects.setMembers({ ...at, members: [dana.userId] });
    await as(owner).projects.setOwner({ ...at, ...labelsTo(dana) });
    expect(await ownersOf(at)).toMatchObject([{ name: 'Dana', gone: null }]);
  });

  test('an archived project, and a guest as the one who owns', async () => {
    const at = await place();
    const guest = await createActor('Guest');
    await prisma().projectMember.create({ data: { projectId: at.projectId, userId: guest.userId } });
    expect(await codeOf(as(owner).projects.setOwner({ ...at, ...labelsTo(guest) }))).toBe('bad-input');
    await as(owner).projects.archive(at);
    expect(await codeOf(as(owner).projects.setOwner({ ...at, ...labelsTo(dana) }))).toBe('forbidden');
  });
});

describe('the people to choose from', () => {
  test('are members who see the project, those whose name begins so first, with whether they may write', async () => {
    const at = await place();
    await addMember(at.workspaceId, await createActor('Head of data'), 'viewer');
    await addMember(at.workspaceId, await createActor('Data engineer'), 'editor');
    const named = async (text: string) =>
      (await as(dana).projects.findPeople({ ...at, text })).items.map(({ name, writes }) => [name, writes]);
    expect(await named('DATA')).toEqual([
      ['Data engineer', true],
      ['Fraud data scientist', true],
      ['Head of data', false],
    ]);
    expect(await named('%')).toEqual([]);
    await as(owner).projects.update({ ...at, visibility: 'members' });
    const { items } = await as(owner).projects.findPeople(at);
    expect(items.map(({ name }) => name)).toEqual(['Fraud data scientist']);
  });
});
