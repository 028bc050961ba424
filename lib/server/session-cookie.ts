import { createHash } from 'node:crypto';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from './env.ts';
import type { SessionClaim } from './store/actor.ts';

/** next-auth names its cookie after the address: browsers take the secure name over https only. */
export function sessionCookieName(serverUrl: string): string {
  return serverUrl.startsWith('https://') ? '__Secure-next-auth.session-token' : 'next-auth.session-token';
}

/** What the cookie's token holds: the id of a session, nothing about the person. */
const claims = z.object({ sid: z.uuid(), exp: z.number() });

type Claims = z.output<typeof claims>;

/** Decoding costs more than all else in a small request. Keyed by hash, so that no cookie lies in memory for long. */
const decoded = new Map<string, Claims>();
const decodedAtMost = 10_000;

/** The session that a Cookie header claims; whether it still holds is for the guard to find out. */
export async function claimOfCookies(cookieHeader: string | undefined): Promise<SessionClaim | null> {
  const token = readCookie(cookieHeader, sessionCookieName(env().url));
  if (token === undefined) return null;
  const sessionId = await sessionIdOf(token);
  return sessionId === null ? null : { sessionId };
}

async function sessionIdOf(token: string): Promise<string | null> {
  const key = createHash('sha256').update(token).digest('base64');
  const known = decoded.get(key) ?? (await decodeClaims(token));
  if (known === null || known.exp * 1000 < Date.now()) return null;
  if (decoded.size >= decodedAtMost) decoded.clear();
  decoded.set(key, known);
  return known.sid;
}

async function decodeClaims(token: string): Promise<Claims | null> {
  try {
    return claims.parse(await decode({ token, secret: env().secret }));
  } catch {
    return null;
  }
}

function readCookie(cookieHeader: string | undefined, name: string): string | undefined {
  for (const part of cookieHeader?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}
