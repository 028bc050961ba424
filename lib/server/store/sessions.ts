import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared, prisma } from '../db.ts';
import type { Actor, SessionClaim } from './actor.ts';
import { appendForPerson } from './events.ts';
import type { Grant } from './grants.ts';
import { freshId } from './new-id.ts';

/** How long a sign-in lasts; the cookie and the row agree. */
export const sessionSeconds = 30 * 24 * 3600;

export interface Browser {
  readonly address: string;
  readonly userAgent: string;
}

export async function openSession(
  userId: string,
  browser: Browser,
  how: 'password' | 'identity provider',
): Promise<string> {
  const id = freshId();
  const expiresAt = new Date(Date.now() + sessionSeconds * 1000);
  const userAgent = browser.userAgent.slice(0, 300);
  await prisma().session.create({ data: { id, userId, expiresAt, address: browser.address, userAgent } });
  await appendForPerson(userId, { type: 'account.signedIn', payload: { how, address: browser.address } });
  return id;
}

/**
 * The start of a statement that knows the person behind session $1 as `person`, if the session still holds: the guard
 * asks this together with the right, in one round trip.
 */
export const personOfSession = `WITH person AS (
    SELECT u."id" AS "userId", u."name" AS "personName", u."email",
      s."lastSeen" < now() - interval '5 minutes' AS "longUnseen"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."id" = $1::uuid AND s."revokedAt" IS NULL AND s."expiresAt" > now()
  )`;

/** The same for a person who is known already, by their id. */
export const personById = `WITH person AS (
    SELECT "id" AS "userId", "name" AS "personName", "email" FROM "User" WHERE "id" = $1::uuid
  )`;

export interface PersonRow {
  readonly userId: string;
  readonly personName: string;
  readonly email: string;
  /** Only of the person behind a session. */
  readonly longUnseen?: boolean;
}

/** Notes at most every five minutes that the session was seen; a question asks nothing but to read. */
export async function actorFrom(person: PersonRow, sessionId: string): Promise<Actor> {
  const { userId, personName, email, longUnseen } = person;
  if (longUnseen === true) await pool().query('UPDATE "Session" SET "lastSeen" = now() WHERE "id" = $1', [sessionId]);
  return { userId, name: personName, email, via: { kind: 'session', sessionId } };
}

/** The person behind a session that still holds, where no right goes with the question. */
export async function actorOfSession({ sessionId }: SessionClaim): Promise<Actor | null> {
  const { rows } = await pool().query<PersonRow>(
    prepared({
      name: 'actor-of-session',
      text: `${personOfSession} SELECT * FROM person`,
      values: [sessionId],
    }),
  );
  const row = rows[0];
  return row === undefined ? null : actorFrom(row, sessionId);
}

/** Signing out: the session is dead on every instance at once. */
export async function closeSession(sessionId: string): Promise<void> {
  const { rows } = await pool().query<{ userId: string }>(
    'UPDATE "Session" SET "revokedAt" = now() WHERE "id" = $1 AND "revokedAt" IS NULL RETURNING "userId"',
    [sessionId],
  );
  const userId = rows[0]?.userId;
  if (userId !== undefined) await appendForPerson(userId, { type: 'account.signedOut', payload: {} });
}

export interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeen: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
}

export async function listSessions(grant: Grant<'account.manage'>): Promise<SessionRow[]> {
  return prisma().session.findMany({
    where: { userId: grant.actor.userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, lastSeen: true, address: true, userAgent: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
}

/** @throws AppError not-found for a session of somebody else */
export async function revokeSession(grant: Grant<'account.manage'>, id: string): Promise<void> {
  const { count } = await prisma().session.updateMany({
    where: { id, userId: grant.actor.userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw new AppError('not-found', 'There is no such session.');
  await appendForPerson(grant.actor.userId, { type: 'account.sessionsRevoked', payload: { count } });
}

/** Revokes every session of the caller, but the present one when asked to keep it. */
export async function revokeAllSessions(grant: Grant<'account.manage'>, keepPresent: boolean): Promise<number> {
  const { via, userId } = grant.actor;
  const kept = keepPresent && via.kind === 'session' ? [via.sessionId] : [];
  const { count } = await prisma().session.updateMany({
    where: { userId, revokedAt: null, id: { notIn: kept } },
    data: { revokedAt: new Date() },
  });
  await appendForPerson(userId, { type: 'account.sessionsRevoked', payload: { count } });
  return count;
}
