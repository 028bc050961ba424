import { beforeAll, describe, expect, test } from 'vitest';
import { as, createActor, createPlace, password } from '#test/permission-world.ts';
import { codeOf } from '#test/code-of.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
import { pool } from '../db.ts';
import type { Actor } from './actor.ts';
import { admit, findByIdentity, type Identity } from './identities.ts';
import { findByPassword } from './users.ts';

await serveTestDatabase();

let owner: Actor;
let workspace: string;

beforeAll(async () => {
  owner = await createActor('Owner');
  workspace = (await createPlace(owner)).workspace;
});

let people = 0;

function identity(given: Partial<Identity> = {}): Identity {
  people += 1;
  const email = `person-${people}@example.org`;
  return {
    issuer: 'https://login.example',
    subject: `subject-${people}`,
    name: 'New member',
    email,
    emailVerified: true,
    ...given,
  };
}

async function invite(email?: string): Promise<string> {
  const { url } = await as(owner).invitations.create({
    workspace,
    role: 'viewer',
    ...(email !== undefined && { email }),
  });
  return url.split('/').at(-1) ?? '';
}

async function prove({ userId }: Actor): Promise<void> {
  await pool().query('UPDATE "User" SET "emailVerifiedAt" = now() WHERE "id" = $1', [userId]);
}

async function workspacesOf(userId: string): Promise<string[]> {
  const actor: Actor = { userId, name: '', email: '', via: { kind: 'session', sessionId: '' } };
  return (await as(actor).workspaces.list({})).items.map((item) => item.slug);
}

describe('a person from the identity provider', () => {
  test('whom nobody invited stays outside', async () => {
    expect(await admit(identity(), {})).toBeNull();
    expect(await admit(identity(), { invitation: 'no-such-invitation' })).toBeNull();
  });

  test('with a verified address is linked to the account that has proved it, and found by subject from then on', async () => {
    const known = await createActor('Known');
    await prove(known);
    const person = identity({ email: known.email.toUpperCase() });
    expect(await admit(person, {})).toBe(known.userId);
    expect(await findByIdentity(person.issuer, person.subject)).toBe(known.userId);
    expect(await admit({ ...person, email: 'moved@example.org', emailVerified: false }, {})).toBe(known.userId);
  });

  test('with an unverified address never gets an account that exists, invited or not', async () => {
    const victim = await createActor('Victim');
    await prove(victim);
    const attacker = identity({ email: victim.email, emailVerified: false });
    expect(await codeOf(admit(attacker, {}))).toBe('conflict');
    expect(await codeOf(admit(attacker, { invitation: await invite() }))).toBe('conflict');
  });

  test('is never led into an account that somebody else made under their address', async () => {
    const person = identity();
    const account = { name: 'Somebody else', email: person.email ?? '', password };
    await as(null).invitations.accept({ token: await invite(), account });
    expect(await codeOf(admit(person, {}))).toBe('conflict');
    expect(await codeOf(admit(person, { signedInAs: owner.userId }))).toBe('conflict');
    expect(await findByIdentity(person.issuer, person.subject)).toBeNull();
  });

  test('is linked to the account that they are signed in with, if the addresses agree', async () => {
    const known = await createActor('Signed in');
    expect(await as(known).account.get({})).toMatchObject({ linked: false });
    expect(await admit(identity({ email: known.email }), { signedInAs: known.userId })).toBe(known.userId);
    expect(await as(known).account.get({})).toMatchObject({ linked: true });
    expect(await admit(identity(), { signedInAs: known.userId })).toBeNull();
  });

  test('who came from an invitation gets an account and accepts it on that page', async () => {
    const token = await invite();
    const userId = await admit(identity({ emailVerified: false }), { invitation: token });
    expect(userId).not.toBeNull();
    expect(await workspacesOf(userId ?? '')).toEqual([]);
    expect(await as(null).invitations.find({ token })).toMatchObject({ role: 'viewer' });
  });

  test('who was invited by address comes straight in, if the provider vouches for the address', async () => {
    const person = identity();
    await invite(person.email);
    expect(await admit({ ...person, emailVerified: false }, {})).toBeNull();
    const userId = await admit(person, {});
    expect(await workspacesOf(userId ?? '')).toEqual([workspace]);
  });

  test('has no password to guess', async () => {
    const person = identity();
    await admit(person, { invitation: await invite() });
    expect(await findByPassword(person.email ?? '', '')).toBeNull();
  });
});
