import { isAppError } from '#lib/domain/errors.ts';
import { prisma, transaction } from '../db.ts';
import { acceptInvitation, findInvitation, findInvitationFor } from './invitations.ts';
import { createUser } from './users.ts';

/** A person as an OpenID Connect provider vouches for them. */
export interface Identity {
  readonly issuer: string;
  /** The provider's lasting id of the person; an e-mail address is not one. */
  readonly subject: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
}

export async function findByIdentity(issuer: string, subject: string): Promise<string | null> {
  const identity = await prisma().identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { userId: true },
  });
  return identity?.userId ?? null;
}

/**
 * Whom the provider has let in, in this order: the account that is linked already; the account with the same address,
 * if the provider verified it (an unverified one could be anybody's); a new account, if somebody invited it.
 * @returns the account, or `null` when there is no way in
 */
export async function admit(identity: Identity, invitationToken: string | undefined): Promise<string | null> {
  const linked = await findByIdentity(identity.issuer, identity.subject);
  if (linked !== null) return linked;
  const { email } = identity;
  if (email === undefined) return null;
  const account = await prisma().user.findUnique({ where: { email }, select: { id: true } });
  if (account !== null) return identity.emailVerified ? link(identity, account.id) : null;
  return (await admitByLink(identity, email, invitationToken)) ?? (await admitByAddress(identity, email));
}

async function link({ issuer, subject }: Identity, userId: string): Promise<string> {
  await prisma().identity.create({ data: { issuer, subject, userId } });
  return userId;
}

/** Who came from the page of an invitation gets an account and goes back to that page to accept it. */
async function admitByLink(identity: Identity, email: string, token: string | undefined): Promise<string | null> {
  if (token === undefined || !(await isOpen(token))) return null;
  const userId = await transaction((tx) => createUser(tx, { email, name: identity.name }));
  return link(identity, userId);
}

async function isOpen(token: string): Promise<boolean> {
  try {
    await findInvitation(token);
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === 'gone') return false;
    throw error;
  }
}

/** Someone was invited at this very address, and the provider says that it is theirs. */
async function admitByAddress(identity: Identity, email: string): Promise<string | null> {
  const invitation = identity.emailVerified ? await findInvitationFor(email) : null;
  if (invitation === null) return null;
  const { userId } = await acceptInvitation(invitation, (tx) => createUser(tx, { email, name: identity.name }));
  return link(identity, userId);
}
