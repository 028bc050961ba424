import { createServer } from 'node:http';
import { encode } from 'next-auth/jwt';
import { afterAll } from 'vitest';
import { env } from '#lib/server/env.ts';
import { closeHub } from '#lib/server/events.ts';
import { answer } from '#lib/server/http/door.ts';
import { endEventStreams } from '#lib/server/http/event-stream.ts';
import { closePresence } from '#lib/server/presence.ts';
import { sessionCookieName } from '#lib/server/session-cookie.ts';
import type { Actor } from '#lib/server/store/actor.ts';

export interface TestDoor {
  readonly url: string;
  /** Asks as a program without any session. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Asks as the pages of this server do: with the session's cookie, our Origin and JSON. */
  askAs(actor: Actor, path: string, init?: RequestInit): Promise<Response>;
  cookieOf(actor: Actor): Promise<string>;
}

/** The front door on a real port, with a page of one word behind it in the place of Next. */
export async function openTestDoor(): Promise<TestDoor> {
  const { port, host, url, secret } = env();
  const server = createServer((request, response) => {
    const show = async () => void response.setHeader('content-type', 'text/html').end('page');
    void answer(request, response, { dev: false, answerStatic: () => false, show });
  });
  await new Promise<void>((resolve) => server.listen({ port, host }, resolve));
  afterAll(async () => {
    endEventStreams();
    closePresence();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await closeHub();
  });

  const cookieOf = async ({ via }: Actor) => {
    if (via.kind !== 'session') throw new Error('Only sessions have a cookie');
    return `${sessionCookieName(url)}=${await encode({ token: { sid: via.sessionId }, secret })}`;
  };
  const ask = (path: string, init: RequestInit = {}) => fetch(url + path, { redirect: 'manual', ...init });
  return {
    url,
    ask,
    cookieOf,
    askAs: async (actor, path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('cookie', await cookieOf(actor));
      if (!headers.has('origin')) headers.set('origin', url);
      if (!headers.has('content-type')) headers.set('content-type', 'application/json');
      return ask(path, { ...init, headers });
    },
  };
}
