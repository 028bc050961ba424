import { AppError, isAppError } from '#lib/domain/errors.ts';
import { prisma, transaction, type Transaction } from '../db.ts';
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

export interface Arrival {
  /** The invitation whose page sent the person to the provider. */
  readonly invitation?: string | undefined;
  /** The account that the browser is signed in with. */
  readonly signedInAs?: string | undefined;
}

/**
 * Whom the provider has let in, in this order: the account that is linked already; the account with the same address;
 * a new account, if somebody invited it. An account with the same address is linked when both sides have proved it:
 * otherwise either could be made by somebody else, in wait for its owner. Whoever is signed in to it may link it.
 * @returns the account, or `null` when there is no way in
 * @throws AppError conflict when there is an account that one must sign in to first
 */
export async function admit(identity: Identity, { invitation, signedInAs }: Arrival): Promise<string | null> {
  const linked = await findByIdentity(identity.issuer, identity.subject);
  if (linked !== null) return linked;
  const { email } = identity;
  if (email === undefined) return null;
  const account = await prisma().user.findUnique({ where: { email }, select: { id: true, emailVerifiedAt: true } });
  if (account === null) {
    return (await admitByLink(identity, email, invitation)) ?? (await admitByAddress(identity, email));
  }
  const proved = identity.emailVerified && account.emailVerifiedAt !== null;
  if (!proved && account.id !== signedInAs) {
    throw new AppError('conflict', 'There is an account with this e-mail address. Sign in to it first.');
  }
  return transaction((tx) => link(tx, identity, account.id));
}

async function link(tx: Transaction, identity: Identity, userId: string): Promise<string> {
  const { issuer, subject, emailVerified } = identity;
  await tx.identity.create({ data: { issuer, subject, userId } });
  if (emailVerified) {
    await tx.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { emailVerifiedAt: new Date() } });
  }
  return userId;
}

async function createLinked(tx: Transaction, identity: Identity, email: string): Promise<string> {
  return link(tx, identity, await createUser(tx, { email, name: identity.name }));
}

/** Who came from the page of an invitation gets an account and goes back to that page to accept it. */
async function admitByLink(identity: Identity, email: string, token: string | undefined): Promise<string | null> {
  if (token === undefined || !(await isOpen(token))) return null;
  return transaction((tx) => createLinked(tx, identity, email));
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
  const { userId } = await acceptInvitation(invitation, (tx) => createLinked(tx, identity, email));
  return userId;
}
