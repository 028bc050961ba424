import { beforeAll, describe, expect, test } from 'vitest';
import { as, createActor, createPlace } from '#test/permission-world.ts';
import { serveTestDatabase } from '#test/server-settings.ts';
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

async function workspacesOf(userId: string): Promise<string[]> {
  const actor: Actor = { userId, name: '', email: '', via: { kind: 'session', sessionId: '' } };
  return (await as(actor).workspaces.list({})).items.map((item) => item.slug);
}

describe('a person from the identity provider', () => {
  test('whom nobody invited stays outside', async () => {
    expect(await admit(identity(), undefined)).toBeNull();
    expect(await admit(identity(), 'no-such-invitation')).toBeNull();
  });

  test('with a verified address is linked to the account that has it, and found by subject from then on', async () => {
    const known = await createActor('Known');
    const person = identity({ email: known.email.toUpperCase() });
    expect(await admit(person, undefined)).toBe(known.userId);
    expect(await findByIdentity(person.issuer, person.subject)).toBe(known.userId);
    expect(await admit({ ...person, email: 'moved@example.org', emailVerified: false }, undefined)).toBe(known.userId);
  });

  test('with an unverified address never gets an account that exists, invited or not', async () => {
    const victim = await createActor('Victim');
    const attacker = identity({ email: victim.email, emailVerified: false });
    expect(await admit(attacker, undefined)).toBeNull();
    expect(await admit(attacker, await invite())).toBeNull();
  });

  test('who came from an invitation gets an account and accepts it on that page', async () => {
    const token = await invite();
    const userId = await admit(identity({ emailVerified: false }), token);
    expect(userId).not.toBeNull();
    expect(await workspacesOf(userId ?? '')).toEqual([]);
    expect(await as(null).invitations.find({ token })).toMatchObject({ role: 'viewer' });
  });

  test('who was invited by address comes straight in, if the provider vouches for the address', async () => {
    const person = identity();
    await invite(person.email);
    expect(await admit({ ...person, emailVerified: false }, undefined)).toBeNull();
    const userId = await admit(person, undefined);
    expect(await workspacesOf(userId ?? '')).toEqual([workspace]);
  });

  test('has no password to guess', async () => {
    const person = identity();
    await admit(person, await invite());
    expect(await findByPassword(person.email ?? '', '')).toBeNull();
  });
});
