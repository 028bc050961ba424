import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addMember, as, createActor, createPlace, password } from '#test/permission-world.ts';
import { codeOf } from '#test/code-of.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool } from '../db.ts';
import type { Actor } from './actor.ts';

await serveTestDatabase();

let owner: Actor;
let place: { workspace: string; workspaceId: string; project: string };

beforeAll(async () => {
  owner = await createActor('Owner');
  place = await createPlace(owner);
});

async function invite(
  role: 'viewer' | 'guest' | 'admin' = 'viewer',
  email?: string,
): Promise<{ id: string; token: string }> {
  const { workspace, project } = place;
  const invitation = { workspace, role, ...(role === 'guest' && { project }), ...(email !== undefined && { email }) };
  const { id, url } = await as(owner).invitations.create(invitation);
  return { id, token: url.split('/').at(-1) ?? '' };
}

const newcomer = (name: string) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '-')}@example.org`,
  password,
});

describe('an invitation', () => {
  test('says what it leads to, and lets one person in, once', async () => {
    const { token } = await invite();
    expect(await as(null).invitations.find({ token })).toMatchObject({
      role: 'viewer',
      workspace: { slug: place.workspace },
      project: null,
    });
    const accepted = await as(null).invitations.accept({ token, account: newcomer('First comer') });
    expect(accepted).toEqual({ workspace: place.workspace, project: null });
    expect(await codeOf(as(null).invitations.accept({ token, account: newcomer('Second comer') }))).toBe('gone');
    expect(await codeOf(as(null).invitations.find({ token }))).toBe('gone');
  });

  test('used by two at the same moment lets one in, and makes no account for the other', async () => {
    const { token } = await invite();
    const both = ['Twin one', 'Twin two'].map((name) =>
      codeOf(as(null).invitations.accept({ token, account: newcomer(name) })),
    );
    expect((await Promise.all(both)).toSorted()).toEqual(['gone', 'ok']);
    const { rows } = await pool().query(`SELECT 1 FROM "User" WHERE "email" LIKE 'twin-%'`);
    expect(rows).toHaveLength(1);
  });

  test('that has expired, was withdrawn or never was leads nowhere', async () => {
    const expired = await invite();
    await pool().query(`UPDATE "Invitation" SET "expiresAt" = now() - interval '1 second' WHERE "id" = $1`, [
      expired.id,
    ]);
    const withdrawn = await invite();
    await as(owner).invitations.revoke({ workspace: place.workspace, id: withdrawn.id });
    for (const token of [expired.token, withdrawn.token, 'never-was']) {
      expect(await codeOf(as(null).invitations.accept({ token, account: newcomer('Late comer') }))).toBe('gone');
    }
    const listed = await as(owner).invitations.list({ workspace: place.workspace });
    expect(listed.items.map((item) => item.id)).not.toEqual(expect.arrayContaining([expired.id]));
  });

  test('lets in who is signed in, but nobody twice', async () => {
    const visitor = await createActor('Visitor');
    await as(visitor).invitations.accept({ token: (await invite()).token });
    expect((await as(visitor).workspaces.list({})).items).toMatchObject([{ slug: place.workspace, role: 'viewer' }]);
    expect(await codeOf(as(visitor).invitations.accept({ token: (await invite()).token }))).toBe('conflict');
  });

  test('does not take over an account that exists', async () => {
    const existing = await createActor('Existing');
    const account = { ...newcomer('Somebody else'), email: existing.email.toUpperCase() };
    expect(await codeOf(as(null).invitations.accept({ token: (await invite()).token, account }))).toBe('conflict');
  });

  test('of a guest leads to one project and no other', async () => {
    const { token } = await invite('guest');
    const guest = await createActor('Invited guest');
    expect(await as(guest).invitations.accept({ token })).toEqual({
      workspace: place.workspace,
      project: place.project,
    });
    const { workspace } = place;
    const { slug: other } = await as(owner).projects.create({ workspace, title: 'Another project' });
    expect((await as(guest).projects.get(place)).role).toBe('guest');
    expect(await codeOf(as(guest).projects.get({ workspace, project: other }))).toBe('not-found');
  });

  test('of an owner is made by owners only', async () => {
    const admin = await createActor('Admin');
    await addMember(place.workspaceId, admin, 'admin');
    const { workspace } = place;
    expect(await codeOf(as(admin).invitations.create({ workspace, role: 'owner' }))).toBe('forbidden');
    expect(await codeOf(as(owner).invitations.create({ workspace, role: 'owner' }))).toBe('ok');
  });

  test('is stored as a hash', async () => {
    const { token } = await invite();
    const { rows } = await pool().query<{ row: string }>('SELECT i::text AS "row" FROM "Invitation" i');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
  });
});

describe('members', () => {
  test('one who was removed is out at the next request, and stays in the log', async () => {
    const { workspace } = place;
    const member = await createActor('Leaver');
    await addMember(place.workspaceId, member, 'editor');
    const { slug: project } = await as(member).projects.create({ workspace, title: 'Left behind' });
    await as(owner).members.remove({ workspace, member: member.userId });
    expect(await codeOf(as(member).projects.get({ workspace, project }))).toBe('not-found');
    const { items } = await as(owner).events.listProject({ workspace, project });
    expect(items[0]).toMatchObject({ type: 'project.created', actor: { name: 'Leaver' } });
  });

  test('the last owner can neither be removed nor made less', async () => {
    const lonely = await createActor('Lonely');
    const { workspace } = await createPlace(lonely);
    const member = lonely.userId;
    expect(await codeOf(as(lonely).members.remove({ workspace, member }))).toBe('forbidden');
    expect(await codeOf(as(lonely).members.changeRole({ workspace, member, role: 'admin' }))).toBe('forbidden');
  });

  test('two owners who remove one another at the same moment: one stays', async () => {
    const [one, two] = [await createActor('One'), await createActor('Two')];
    const { workspace, workspaceId } = await createPlace(one);
    await addMember(workspaceId, two, 'owner');
    const outcomes = await Promise.all([
      codeOf(as(one).members.remove({ workspace, member: two.userId })),
      codeOf(as(two).members.remove({ workspace, member: one.userId })),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
  });

  test('each line of the list says what may be done with it', async () => {
    const admin = await createActor('Second admin');
    await addMember(place.workspaceId, admin, 'admin');
    const { items } = await as(admin).members.list({ workspace: place.workspace });
    const line = items.find((item) => item.id === owner.userId);
    expect(line?.can.remove).toBe('Only owners can name or remove owners. You are an admin.');
    expect(items.find((item) => item.id === admin.userId)?.can.roles.viewer).toBe(true);
  });

  test('the list goes on where its last page ended', async () => {
    const { workspace } = place;
    const first = await as(owner).members.list({ workspace, limit: 3 });
    const second = await as(owner).members.list({ workspace, limit: 100, after: first.next ?? '' });
    const whole = await as(owner).members.list({ workspace, limit: 100 });
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(whole.items.map((item) => item.id));
    expect([first.items.length, second.next]).toEqual([3, null]);
  });
});

describe('a link that somebody kept back', () => {
  test.each(['removed', 'made an editor'])('is no way in once they were %s', async (what) => {
    const admin = await createActor('Admin');
    await addMember(place.workspaceId, admin, 'admin');
    const { workspace } = place;
    const { url } = await as(admin).invitations.create({ workspace, role: 'admin' });
    const token = url.split('/').at(-1) ?? '';
    if (what === 'removed') await as(owner).members.remove({ workspace, member: admin.userId });
    else await as(owner).members.changeRole({ workspace, member: admin.userId, role: 'editor' });
    expect(await codeOf(as(null).invitations.find({ token }))).toBe('gone');
    expect(await codeOf(as(null).invitations.accept({ token, account: newcomer(`Back door ${what}`) }))).toBe('gone');
  });

  test('to be an owner is none once they are an admin, though they may still invite others', async () => {
    const other = await createActor('Other owner');
    await addMember(place.workspaceId, other, 'owner');
    const { workspace } = place;
    const links = await Promise.all(
      (['owner', 'viewer'] as const).map((role) => as(other).invitations.create({ workspace, role })),
    );
    await as(owner).members.changeRole({ workspace, member: other.userId, role: 'admin' });
    const codes = links.map(({ url }) => codeOf(as(null).invitations.find({ token: url.split('/').at(-1) ?? '' })));
    expect(await Promise.all(codes)).toEqual(['gone', 'ok']);
  });

  test('is not accepted by a program', async () => {
    const { token } = await invite();
    const person = await createActor('Person with a program');
    const program: Actor = { ...person, via: { kind: 'token', tokenId: randomUUID(), scope: 'read' } };
    expect(await codeOf(as(program).invitations.accept({ token }))).toBe('forbidden');
    expect(await codeOf(as(person).invitations.accept({ token }))).toBe('ok');
  });
});
