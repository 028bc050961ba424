import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAppError } from '#lib/domain/errors.ts';
import { clientAddress, clientAddressHeader } from '../client-address.ts';
import { env } from '../env.ts';
import { answerApi, isApi } from './api.ts';
import { changesSomething, demandOwnOrigin } from './identify.ts';
import { newNonce } from './nonce.ts';
import { pagePolicy, setSecurityHeaders } from './security-headers.ts';
import type { AnswerStatic } from './static-files.ts';

/** What stands behind the door. */
export interface Door {
  readonly dev: boolean;
  /** Answers for the scripts and styles that it has; false for all else. */
  answerStatic: AnswerStatic;
  /** Answers everything else that is not the API. */
  show(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Answers one request: the API itself, pages by what stands behind. */
export async function answer(request: IncomingMessage, response: ServerResponse, door: Door): Promise<void> {
  const { url: serverUrl } = env();
  setSecurityHeaders(response, serverUrl);
  const url = URL.parse(request.url ?? '/', serverUrl);
  if (url === null) return refuse(response, 400, 'This address could not be read.');
  if (isApi(url.pathname)) return answerApi(request, response, url);
  const elsewhere = ownAddress(request, url, serverUrl);
  if (elsewhere !== undefined) return redirect(response, elsewhere);
  if (door.answerStatic(request, response)) return;
  return showPage(request, response, door);
}

async function showPage(request: IncomingMessage, response: ServerResponse, door: Door): Promise<void> {
  const { url, trustProxy } = env();
  if (isLarge(request)) return refuse(response, 413, 'The request is too large.');
  try {
    if (changesSomething(request)) demandOwnOrigin(request, url);
  } catch (error) {
    return refuse(response, 403, isAppError(error) ? error.message : 'This request was refused.');
  }
  const nonce = newNonce();
  const policy = pagePolicy(nonce, door.dev);
  // Next takes the nonce for its scripts from the policy on the request.
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  request.headers[clientAddressHeader] = clientAddress(request, trustProxy);
  response.setHeader('content-security-policy', policy);
  try {
    await door.show(request, response);
  } catch (error) {
    console.error('page:', error);
    refuse(response, 500, 'Something went wrong here.');
  }
}

/** Pages are sent the fields of a sign-in and nothing larger; whoever does not say how much comes may send no end. */
const pageBodyBytes = 100_000;

function isLarge({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > pageBodyBytes;
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * "localhost" and "127.0.0.1" are one machine but two sites to a browser, with a cookie each: everyone is sent to the
 * one that the server calls its own.
 */
function ownAddress(request: IncomingMessage, url: URL, serverUrl: string): string | undefined {
  const own = new URL(serverUrl);
  const asked = URL.parse(`http://${request.headers.host ?? ''}`);
  if (request.method !== 'GET' || asked === null || asked.host === own.host) return undefined;
  if (!loopback.test(own.hostname) || !loopback.test(asked.hostname) || asked.port !== own.port) return undefined;
  return own.origin + url.pathname + url.search;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { location }).end();
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(sentence);
}
