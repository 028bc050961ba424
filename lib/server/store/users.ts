import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared, prisma, type Transaction } from '../db.ts';
import type { Actor } from './actor.ts';
import { inSight } from './attention.ts';
import { appendForPerson } from './events.ts';
import { freshId } from './new-id.ts';
import type { Grant } from './grants.ts';
import { hashPassword, passwordMatches } from './passwords.ts';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** Absent for people who come from the identity provider. */
  readonly password?: string;
}

/** Creates the account inside the transaction of whatever lets the person in. @throws AppError conflict */
export async function createUser(tx: Transaction, user: NewUser): Promise<string> {
  const taken = await tx.user.findUnique({ where: { email: user.email }, select: { id: true } });
  if (taken !== null)
    throw new AppError('conflict', 'There is already an account with this e-mail address.', { path: 'email' });
  const id = freshId();
  const passwordHash = user.password === undefined ? null : await hashPassword(user.password);
  await tx.user.create({ data: { id, email: user.email, name: user.name, passwordHash } });
  return id;
}

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly shortcuts: boolean;
  /** Mails about mentions, replies and questions are wanted. */
  readonly mailNotices: boolean;
  /** How much stands in the inbox that was not seen. */
  readonly unseen: number;
  readonly hasPassword: boolean;
  /** Linked to somebody at the identity provider. */
  readonly linked: boolean;
  readonly createdAt: Date;
}

export async function getAccount(actor: Actor): Promise<Account> {
  const { rows } = await pool().query<Account>(
    prepared({
      name: 'account',
      text: `SELECT "id", "email", "name", "shortcuts", "mailNotices", "createdAt",
        (SELECT count(*)::int FROM "Notice" n JOIN "Project" p ON p."id" = n."projectId" ${inSight}
          AND n."userId" = $1 AND n."seenAt" IS NULL) AS "unseen", "passwordHash" IS NOT NULL AS "hasPassword",
        EXISTS (SELECT 1 FROM "Identity" WHERE "userId" = $1) AS "linked"
      FROM "User" WHERE "id" = $1`,
      values: [actor.userId],
    }),
  );
  const account = rows[0];
  if (account === undefined) throw new AppError('not-found', 'This account is gone.');
  return account;
}

export async function updateAccount(
  grant: Grant<'account.manage'>,
  change: {
    readonly name?: string | undefined;
    readonly shortcuts?: boolean | undefined;
    readonly mailNotices?: boolean | undefined;
  },
): Promise<void> {
  await pool().query(
    `UPDATE "User" SET "name" = COALESCE($2, "name"), "shortcuts" = COALESCE($3, "shortcuts"),
      "mailNotices" = COALESCE($4, "mailNotices"), "updatedAt" = now() WHERE "id" = $1`,
    [grant.actor.userId, change.name ?? null, change.shortcuts ?? null, change.mailNotices ?? null],
  );
}

/** @throws AppError bad-input when the present password is wrong; accounts without one set their first. */
export async function changePassword(
  grant: Grant<'account.manage'>,
  passwords: { readonly current: string; readonly next: string },
): Promise<void> {
  const { userId } = grant.actor;
  const user = await prisma().user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  if (user.passwordHash !== null && !(await passwordMatches(user.passwordHash, passwords.current))) {
    throw new AppError('bad-input', 'This is not your present password.', { path: 'current' });
  }
  await prisma().user.update({ where: { id: userId }, data: { passwordHash: await hashPassword(passwords.next) } });
  await appendForPerson(userId, { type: 'account.passwordChanged', payload: {} });
}

/** The account for an e-mail address and password, or `null`; as slow for an unknown address as for a wrong password. */
export async function findByPassword(email: string, password: string): Promise<{ id: string; name: string } | null> {
  const user = await prisma().user.findUnique({
    where: { email },
    select: { id: true, name: true, passwordHash: true },
  });
  if (await passwordMatches(user?.passwordHash, password)) return user;
  // Not awaited: how long it takes would tell whether there is an account.
  if (user !== null) void noteFailure(user.id);
  return null;
}

async function noteFailure(userId: string): Promise<void> {
  try {
    await appendForPerson(userId, { type: 'account.signInFailed', payload: {} });
  } catch (error) {
    console.error('sign-in: a failed attempt could not be noted:', error);
  }
}
