import { afterAll, describe, expect, test } from 'vitest';
import { addMember, as, createActor, createPlace, password } from '#test/permission-world.ts';
import { codeOf } from '#test/code-of.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { openMailbox } from '#test/mailbox.ts';
import { pool, prisma } from '../db.ts';
import { env } from '../env.ts';
import { admit, findByIdentity } from './identities.ts';
import { actorOfSession } from './sessions.ts';
import { actorOfToken } from './tokens.ts';
import { findByPassword } from './users.ts';

const mailbox = await openMailbox();
afterAll(() => mailbox.close());

await serveTestDatabase(mailbox.settings);

const next = 'another long password';

describe('a forgotten password', () => {
  test('is set anew by a link in a mail, which works once and signs out everywhere', async () => {
    const person = await createActor('Forgetful person', { password });
    expect(await as(null).account.requestReset({ email: person.email.toUpperCase() })).toEqual({ mail: true });
    const mail = await mailbox.next(person.email);
    expect(mail).toMatchObject({ to: person.email, subject: 'Set a new password for Plumbline' });
    const token = new RegExp(`${env().url}/reset/([\\w-]+)`).exec(mail.text)?.[1] ?? '';
    expect(await as(null).account.findReset({ token })).toEqual({ open: true });

    expect(await as(null).account.resetPassword({ token, password: next })).toEqual({ email: person.email });
    expect(await findByPassword(person.email, password)).toBeNull();
    expect(await findByPassword(person.email, next)).toMatchObject({ id: person.userId });
    expect(await actorOfSession({ sessionId: person.via.kind === 'session' ? person.via.sessionId : '' })).toBeNull();
    expect(await codeOf(as(null).account.resetPassword({ token, password }))).toBe('gone');
    expect(await as(null).account.findReset({ token })).toEqual({ open: false });
  });

  test('set by a mailed link ends whatever somebody else had prepared under that address', async () => {
    const person = await createActor('Expected person', { password });
    const { token: apiToken } = await as(person).tokens.create({ name: 'back door', scope: 'write' });
    const link = { issuer: 'https://login.example', subject: 'somebody-else', userId: person.userId };
    await prisma().identity.create({ data: link });
    await as(null).account.requestReset({ email: person.email });
    const token = /reset\/([\w-]+)/.exec((await mailbox.next(person.email)).text)?.[1] ?? '';
    await as(null).account.resetPassword({ token, password: next });
    expect(await actorOfToken(apiToken)).toBeNull();
    expect(await findByIdentity(link.issuer, link.subject)).toBeNull();

    const identity = { ...link, subject: 'the-person', name: 'Expected person', email: person.email };
    expect(await admit({ ...identity, emailVerified: true }, {})).toBe(person.userId);
  });

  test('set by a link that an admin handed over proves nothing about the address', async () => {
    const owner = await createActor('Owner');
    const { workspace, workspaceId } = await createPlace(owner);
    const member = await createActor('Member', { password });
    await addMember(workspaceId, member, 'viewer');
    const { url } = await as(owner).members.resetLink({ workspace, member: member.userId });
    await as(null).account.resetPassword({ token: url.split('/').at(-1) ?? '', password: next });
    const identity = { issuer: 'https://login.example', subject: 'member', name: 'Member', email: member.email };
    expect(await codeOf(admit({ ...identity, emailVerified: true }, {}))).toBe('conflict');
  });

  test('an address that nobody has is answered the same, and makes no link', async () => {
    expect(await as(null).account.requestReset({ email: 'nobody@example.org' })).toEqual({ mail: true });
    const { rows } = await pool().query(
      'SELECT 1 FROM "PasswordReset" r JOIN "User" u ON u."id" = r."userId" WHERE u."email" = $1',
      ['nobody@example.org'],
    );
    expect(rows).toEqual([]);
  });

  test('an expired link is refused, and leaves the password', async () => {
    const person = await createActor('Slow person', { password });
    await as(null).account.requestReset({ email: person.email });
    const token = /reset\/([\w-]+)/.exec((await mailbox.next(person.email)).text)?.[1] ?? '';
    await pool().query(`UPDATE "PasswordReset" SET "expiresAt" = now() - interval '1 second' WHERE "userId" = $1`, [
      person.userId,
    ]);
    expect(await codeOf(as(null).account.resetPassword({ token, password: next }))).toBe('gone');
    expect(await findByPassword(person.email, password)).not.toBeNull();
  });
});

describe('the link that an admin hands over', () => {
  test('works, and is written down', async () => {
    const owner = await createActor('Owner');
    const { workspace, workspaceId } = await createPlace(owner);
    const member = await createActor('Member', { password });
    await addMember(workspaceId, member, 'viewer');
    const { url } = await as(owner).members.resetLink({ workspace, member: member.userId });
    await as(null).account.resetPassword({ token: url.split('/').at(-1) ?? '', password: next });
    expect(await findByPassword(member.email, next)).not.toBeNull();
    const { items } = await as(owner).events.listWorkspace({ workspace });
    expect(items.map((event) => event.type)).toEqual(
      expect.arrayContaining(['member.resetLinkMade', 'account.passwordReset', 'workspace.created']),
    );
  });

  test('is no way into the account of an owner, or of somebody from another workspace', async () => {
    const owner = await createActor('Owner');
    const { workspace, workspaceId } = await createPlace(owner);
    const admin = await createActor('Admin');
    await addMember(workspaceId, admin, 'admin');
    expect(await codeOf(as(admin).members.resetLink({ workspace, member: owner.userId }))).toBe('forbidden');
    const elsewhere = await createActor('Owner elsewhere');
    await createPlace(elsewhere);
    await addMember(workspaceId, elsewhere, 'viewer');
    expect(await codeOf(as(owner).members.resetLink({ workspace, member: elsewhere.userId }))).toBe('forbidden');
  });
});

describe('an invitation to an address', () => {
  test('is mailed, and nobody can write a header or a line into it by their name', async () => {
    const owner = await createActor('Sam\r\nBcc: everyone@example.org\nRisk');
    const { workspace } = await createPlace(owner);
    const made = await as(owner).invitations.create({ workspace, role: 'viewer', email: 'invited@example.org' });
    expect(made.mailed).toBe(true);
    const mail = await mailbox.next('invited@example.org');
    expect(mail.subject).toBe('Sam Bcc: everyone@example.org Risk invites you to Risk models');
    expect(mail.text).toContain(made.url);
  });
});

describe('changing the password', () => {
  test('needs the present one, and ends every other session', async () => {
    const person = await createActor('Careful person', { password });
    expect(await codeOf(as(person).account.changePassword({ current: 'a wrong password', next }))).toBe('bad-input');
    await as(person).account.changePassword({ current: password, next });
    expect(await findByPassword(person.email, next)).not.toBeNull();
    expect((await as(person).sessions.list({})).items).toHaveLength(1);
  });
});
