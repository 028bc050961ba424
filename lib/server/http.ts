import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import next from 'next';
import { clientAddress, clientAddressHeader } from './client-address.ts';
import { closeDatabase } from './db.ts';
import { env } from './env.ts';
import { closeHub } from './events.ts';
import { answerApi, isApi } from './http/api.ts';
import { endEventStreams } from './http/event-stream.ts';
import { changesSomething, demandOwnOrigin } from './http/identify.ts';
import { newNonce } from './http/nonce.ts';
import { pagePolicy, setSecurityHeaders } from './http/security-headers.ts';
import { sendAnnouncements } from './store/announcements.ts';
import { isAppError } from '#lib/domain/errors.ts';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Lets requests in hand finish, ends event streams, and closes every connection to the database. */
  close(): Promise<void>;
}

type Pages = ReturnType<typeof next>;

/**
 * The front door. It answers the API and the event stream itself, at several times the rate of a route handler, and
 * hands everything else to Next. The database must be up and migrated.
 */
export async function startServer({ dev }: { dev: boolean }): Promise<RunningServer> {
  const { host, port, url, secret } = env();
  // next-auth reads these, and only these, when Next loads it.
  process.env['NEXTAUTH_URL'] = url;
  process.env['NEXTAUTH_SECRET'] = secret;

  const server = createServer();
  const pages = next({ dev, dir: process.cwd(), hostname: host, port, turbopack: dev });
  await pages.prepare();
  const show = pages.getRequestHandler();
  server.on('request', (request, response) => void answer(request, response, { dev, show }));
  server.on('upgrade', (request, socket, head) => {
    if (dev) void pages.getUpgradeHandler()(request, socket, head);
    else socket.destroy();
  });
  await listen(server, host, port);
  return { url, port, close: () => close(server, pages) };
}

interface Door {
  readonly dev: boolean;
  readonly show: ReturnType<Pages['getRequestHandler']>;
}

async function answer(request: IncomingMessage, response: ServerResponse, door: Door): Promise<void> {
  const { url: serverUrl } = env();
  setSecurityHeaders(response, serverUrl);
  const url = URL.parse(request.url ?? '/', serverUrl);
  if (url === null) return refuse(response, 400, 'This address could not be read.');
  if (isApi(url.pathname)) return answerApi(request, response, url);
  const elsewhere = ownAddress(request, url, serverUrl);
  if (elsewhere !== undefined) return redirect(response, elsewhere);
  return showPage(request, response, door);
}

async function showPage(request: IncomingMessage, response: ServerResponse, { dev, show }: Door): Promise<void> {
  const { url, trustProxy } = env();
  try {
    if (changesSomething(request)) demandOwnOrigin(request, url);
  } catch (error) {
    return refuse(response, 403, isAppError(error) ? error.message : 'This request was refused.');
  }
  const nonce = newNonce();
  const policy = pagePolicy(nonce, dev);
  // Next takes the nonce for its scripts from the policy on the request.
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  request.headers[clientAddressHeader] = clientAddress(request, trustProxy);
  response.setHeader('content-security-policy', policy);
  try {
    await show(request, response);
  } catch (error) {
    console.error('page:', error);
    refuse(response, 500, 'Something went wrong here.');
  }
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

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server, pages: Pages): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  endEventStreams();
  server.closeIdleConnections();
  await closed;
  await pages.close();
  await closeHub();
  await sendAnnouncements();
  await closeDatabase();
}
