import type { IncomingMessage } from 'node:http';
import { AppError } from '#lib/domain/errors.ts';
import { clientAddress, networkOf } from '../client-address.ts';
import { env } from '../env.ts';
import type { RequestContext } from '../procedures/procedure.ts';
import { claimOfCookies } from '../session-cookie.ts';
import type { Actor } from '../store/actor.ts';
import { countAttempt } from '../store/rate-limits.ts';
import { actorOfToken } from '../store/tokens.ts';

/**
 * Who sends this request to the API. A bearer token is taken alone, cookies or not, so that it can't be mixed up with
 * somebody's session; a request that rides on cookies must prove that it comes from our own pages.
 * @throws AppError unauthenticated, forbidden, rate-limited, bad-input
 */
export async function identify(request: IncomingMessage): Promise<RequestContext> {
  const { url, trustProxy } = env();
  const address = networkOf(clientAddress(request, trustProxy));
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { actor: await actorOfBearer(bearer, address), address };
  if (changesSomething(request)) {
    demandOwnOrigin(request, url);
    demandJson(request);
  }
  return { actor: await claimOfCookies(request.headers.cookie), address };
}

async function actorOfBearer(token: string, address: string): Promise<Actor> {
  const actor = await actorOfToken(token);
  if (actor !== null) return actor;
  await countAttempt('wrongToken', address);
  throw new AppError('unauthenticated', 'This API token is unknown, revoked or past its day.');
}

/** The client of the browser puts a call into a body under every method but these two. */
export function changesSomething(request: IncomingMessage): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}

/**
 * Every browser says where a changing request comes from. One without an Origin is no browser of ours: it is let
 * through only when it carries no cookie that could act for somebody.
 */
export function demandOwnOrigin(request: IncomingMessage, serverUrl: string): void {
  const { origin, cookie } = request.headers;
  if (origin === undefined && cookie === undefined) return;
  if (origin === new URL(serverUrl).origin) return;
  throw new AppError(
    'forbidden',
    `This request comes from ${origin ?? 'nowhere'}, but Plumbline is reached at ${serverUrl}. Set PLUMBLINE_URL if that is wrong.`,
  );
}

/** Forms of other sites can send every content type but this one without asking first. */
function demandJson(request: IncomingMessage): void {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/json') return;
  throw new AppError('bad-input', 'Send the request as application/json.');
}
