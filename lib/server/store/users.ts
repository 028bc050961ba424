import { AppError } from '#lib/domain/errors.ts';
import { pool, prisma, type Transaction } from '../db.ts';
import type { Actor } from './actor.ts';
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
  readonly hasPassword: boolean;
  readonly createdAt: Date;
}

export async function getAccount(actor: Actor): Promise<Account> {
  const { passwordHash, ...user } = await prisma().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { id: true, email: true, name: true, shortcuts: true, createdAt: true, passwordHash: true },
  });
  return { ...user, hasPassword: passwordHash !== null };
}

export async function updateAccount(
  grant: Grant<'account.manage'>,
  change: { readonly name?: string | undefined; readonly shortcuts?: boolean | undefined },
): Promise<void> {
  await pool().query(
    'UPDATE "User" SET "name" = COALESCE($2, "name"), "shortcuts" = COALESCE($3, "shortcuts"), "updatedAt" = now() WHERE "id" = $1',
    [grant.actor.userId, change.name ?? null, change.shortcuts ?? null],
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
  if (user !== null) await appendForPerson(user.id, { type: 'account.signInFailed', payload: {} });
  return null;
}
