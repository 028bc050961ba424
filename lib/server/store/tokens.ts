import { AppError } from '#lib/domain/errors.ts';
import { pool, prepared, prisma } from '../db.ts';
import type { Actor } from './actor.ts';
import { appendForPerson } from './events.ts';
import type { Grant } from './grants.ts';
import { freshId } from './new-id.ts';
import { hashSecret, newSecret } from './secrets.ts';

export type TokenScope = 'read' | 'write';

/** Tokens begin with this, so that a scanner of leaked secrets can tell what they are. */
const tokenPrefix = 'plumb_';

const shownCharacters = tokenPrefix.length + 6;

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scope: TokenScope;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsed: Date | null;
}

/** The person behind an API token that still holds. Notes at most every minute that it was used. */
export async function actorOfToken(token: string): Promise<Actor | null> {
  const { rows } = await pool().query<{
    userId: string;
    name: string;
    email: string;
    tokenId: string;
    scope: TokenScope;
  }>(
    prepared({
      name: 'actor-of-token',
      text: `WITH used AS (
        UPDATE "ApiToken" SET "lastUsed" = now()
        WHERE "tokenHash" = $1 AND "revokedAt" IS NULL AND "expiresAt" > now()
          AND ("lastUsed" IS NULL OR "lastUsed" < now() - interval '1 minute'))
      SELECT u."id" AS "userId", u."name", u."email", t."id" AS "tokenId", t."scope"::text AS "scope"
      FROM "ApiToken" t JOIN "User" u ON u."id" = t."userId"
      WHERE t."tokenHash" = $1 AND t."revokedAt" IS NULL AND t."expiresAt" > now()`,
      values: [hashSecret(token)],
    }),
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { tokenId, scope, ...person } = row;
  return { ...person, via: { kind: 'token', tokenId, scope } };
}

export async function listTokens(grant: Grant<'account.manage'>): Promise<TokenRow[]> {
  return prisma().apiToken.findMany({
    where: { userId: grant.actor.userId, revokedAt: null },
    select: { id: true, name: true, prefix: true, scope: true, createdAt: true, expiresAt: true, lastUsed: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
}

/** Returns the token itself, the only time that it can be seen. */
export async function createToken(
  grant: Grant<'account.manage'>,
  token: { readonly name: string; readonly scope: TokenScope; readonly days: number },
): Promise<{ id: string; token: string }> {
  const { userId } = grant.actor;
  const id = freshId();
  const secret = newSecret(tokenPrefix);
  await prisma().apiToken.create({
    data: {
      id,
      userId,
      name: token.name,
      scope: token.scope,
      tokenHash: hashSecret(secret),
      prefix: secret.slice(0, shownCharacters),
      expiresAt: new Date(Date.now() + token.days * 86_400_000),
    },
  });
  await appendForPerson(userId, { type: 'token.created', payload: { name: token.name, scope: token.scope } });
  return { id, token: secret };
}

/** @throws AppError not-found for a token of somebody else */
export async function revokeToken(grant: Grant<'account.manage'>, id: string): Promise<void> {
  const { userId } = grant.actor;
  const { count } = await prisma().apiToken.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw new AppError('not-found', 'There is no such token.');
  await appendForPerson(userId, { type: 'token.revoked', payload: { id } });
}
