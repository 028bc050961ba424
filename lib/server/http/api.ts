import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import type { ORPCError } from '@orpc/server';
import { CompressionPlugin, RPCHandler } from '@orpc/server/node';
import { AppError } from '#lib/domain/errors.ts';
import { env } from '../env.ts';
import type { RequestContext } from '../procedures/procedure.ts';
import { registry } from '../procedures/registry.ts';
import { apiDocument } from './api-document.ts';
import { toApiError } from './api-errors.ts';
import { apiPage } from './api-page.ts';
import { sendEventStream, streamPath } from './event-stream.ts';
import { changesSomething, identify } from './identify.ts';
import { bodyBytes, readJsonBody } from './json-body.ts';
import { newNonce } from './nonce.ts';
import { dataPolicy, imagePolicy, plainPagePolicy } from './security-headers.ts';

/** Turns whatever goes wrong inside, and what nobody answers, into errors of the API. */
async function translated<T extends { matched: boolean }>({ next }: { readonly next: () => Promise<T> }): Promise<T> {
  try {
    const result = await next();
    if (!result.matched) throw new AppError('not-found', 'There is nothing at this address.');
    return result;
  } catch (error) {
    throw toApiError(error);
  }
}

interface Handled {
  readonly matched: boolean;
  readonly response?: { readonly body: unknown; readonly headers: Record<string, string | string[] | undefined> };
}

/** An image never changes under its name: the browser of somebody who may see it keeps it. */
async function kept<T extends Handled>({ next }: { readonly next: () => Promise<T> }): Promise<T> {
  const result = await next();
  const { body, headers } = result.response ?? {};
  if (headers !== undefined && body instanceof File && body.type.startsWith('image/')) {
    headers['cache-control'] = 'private, max-age=31536000, immutable';
    headers['content-security-policy'] = imagePolicy;
  }
  return result;
}

const options = () => ({ plugins: [new CompressionPlugin<RequestContext>()], interceptors: [translated, kept] });

const rest = new OpenAPIHandler<RequestContext>(registry, options());
const rpc = new RPCHandler<RequestContext>(registry, options());

/** The two ways into the registry over HTTP, and what describes them. */
export function isApi(path: string): boolean {
  return /^\/api\/(v1|rpc)(\/|$)/.test(path);
}

export async function answerApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  response.setHeader('content-security-policy', dataPolicy);
  response.setHeader('cache-control', 'no-store');
  // Node leaves the body of the answer out by itself.
  if (request.method === 'HEAD') request.method = 'GET';
  try {
    if (await describe(request, response, url)) return;
    if (request.method === 'GET' && streamPath.test(url.pathname)) return await sendEventStream(request, response, url);
    await callProcedure(request, response, url);
  } catch (error) {
    sendError(response, toApiError(error), url);
  }
}

async function callProcedure(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const context = await identify(request);
  const bytes = context.actor === null ? bodyBytes.anonymous : bodyBytes.known;
  const withBody = changesSomething(request)
    ? Object.assign(request, { body: await readJsonBody(request, bytes) })
    : request;
  if (url.pathname.startsWith('/api/rpc')) await rpc.handle(withBody, response, { prefix: '/api/rpc', context });
  else await rest.handle(withBody, response, { prefix: '/api/v1', context });
}

/** The OpenAPI document and its page need nobody's right: they say nothing about what is stored here. */
async function describe(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  if (request.method !== 'GET') return false;
  const path = url.pathname.replace(/\/$/, '');
  if (path === '/api/v1/openapi.json') {
    send(response, 200, 'application/json', JSON.stringify(await apiDocument(env().url)));
    return true;
  }
  if (path !== '/api/v1') return false;
  const nonce = newNonce();
  response.setHeader('content-security-policy', plainPagePolicy(nonce));
  send(response, 200, 'text/html; charset=utf-8', apiPage(await apiDocument(env().url), nonce));
  return true;
}

/** In the shape in which oRPC's clients read errors; the RPC client expects its envelope around it. */
function sendError(response: ServerResponse, error: ORPCError<string, unknown>, url: URL): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error.status === 413) response.setHeader('connection', 'close');
  const body = error.toJSON();
  send(
    response,
    error.status,
    'application/json',
    JSON.stringify(url.pathname.startsWith('/api/rpc') ? { json: body } : body),
  );
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}
