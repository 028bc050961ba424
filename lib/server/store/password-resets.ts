import { AppError } from '#lib/domain/errors.ts';
import { pool, prisma, transaction, type Transaction } from '../db.ts';
import { appendForPerson, command } from './events.ts';
import type { Grant } from './grants.ts';
import { demandResettable } from './members.ts';
import { freshId } from './new-id.ts';
import { hashPassword } from './passwords.ts';
import { hashSecret, newSecret } from './secrets.ts';

const validHours = 2;

export interface Reset {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly expiresAt: Date;
}

/** A reset for an address, or `null` when nobody has it; the caller must not let the asker tell the two apart. */
export async function requestReset(_: Grant<'public'>, email: string): Promise<Reset | null> {
  const user = await prisma().user.findUnique({ where: { email }, select: { id: true } });
  return user === null ? null : makeReset(user.id, { mailed: true });
}

/** The way for installations without mail: an admin hands the link over. */
export async function resetForMember(grant: Grant<'members.manage'>, userId: string): Promise<Reset> {
  await demandResettable(grant, userId);
  const reset = await makeReset(userId, { mailed: false });
  await command({ workspaceId: grant.workspace.id }, grant.actor.userId, async (_, append) =>
    append({ type: 'member.resetLinkMade', payload: { member: userId } }),
  );
  return reset;
}

async function makeReset(userId: string, { mailed }: { mailed: boolean }): Promise<Reset> {
  const token = newSecret();
  const expiresAt = new Date(Date.now() + validHours * 3_600_000);
  const { user } = await prisma().passwordReset.create({
    data: { id: freshId(), tokenHash: hashSecret(token), userId, expiresAt, mailed },
    select: { user: { select: { name: true, email: true } } },
  });
  return { token, expiresAt, ...user };
}

/**
 * Sets the password, uses up every open link of the account, signs it out everywhere and revokes its API tokens: who
 * needs a link may not be the only one who had the way in. @throws AppError gone
 */
export async function resetPassword(_: Grant<'public'>, token: string, password: string): Promise<{ email: string }> {
  const passwordHash = await hashPassword(password);
  const user = await transaction(async (tx) => {
    const now = new Date();
    const used = await tx.passwordReset.updateMany({
      where: { tokenHash: hashSecret(token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (used.count === 0) throw new AppError('gone', 'This link has been used or has expired. Ask for a new one.');
    const { userId, mailed } = await tx.passwordReset.findUniqueOrThrow({ where: { tokenHash: hashSecret(token) } });
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
    if (mailed) await proveAddress(tx, userId, now);
    return tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true, email: true } });
  });
  await appendForPerson(user.id, { type: 'account.passwordReset', payload: {} });
  return { email: user.email };
}

/** Whoever was linked before the address was proved could be somebody else who had typed it. */
async function proveAddress(tx: Transaction, userId: string, now: Date): Promise<void> {
  const first = await tx.user.updateMany({
    where: { id: userId, emailVerifiedAt: null },
    data: { emailVerifiedAt: now },
  });
  if (first.count > 0) await tx.identity.deleteMany({ where: { userId } });
}

/** Does this link still work? */
export async function resetIsOpen(_: Grant<'public'>, token: string): Promise<boolean> {
  const { rows } = await pool().query<{ open: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM "PasswordReset" WHERE "tokenHash" = $1 AND "usedAt" IS NULL AND "expiresAt" > now()) AS "open"',
    [hashSecret(token)],
  );
  return rows[0]?.open === true;
}
