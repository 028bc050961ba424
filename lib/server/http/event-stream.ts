import type { IncomingMessage, ServerResponse } from 'node:http';
import { hub } from '../events.ts';
import { shownEvent } from '../procedures/events.ts';
import { eventsAfter } from '../store/events.ts';
import { guard } from '../store/grants.ts';
import { identify } from './identify.ts';

export const streamPath = /^\/api\/v1\/workspaces\/([a-z0-9-]+)\/projects\/([a-z0-9-]+)\/stream$/;

const atOnce = 200;
/** Comments keep proxies from closing a quiet stream, and find out that the other side has gone. */
const heartbeatMs = 25_000;
/** No event is sent on the strength of a right that was asked for longer ago than this. */
const freshMs = 5_000;
/** A quiet stream of somebody who was signed out or removed ends after this. */
const recheckMs = 60_000;

const openStreams = new Set<() => void>();

/**
 * Sends what happens in a project as server-sent events, from the cursor on: `Last-Event-ID` of a browser that connects
 * again, else `after`. Each has the sequence as its id, so that nothing is lost or sent twice.
 * @throws AppError before the first byte
 */
export async function sendEventStream(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const [, workspace = '', project = ''] = streamPath.exec(url.pathname) ?? [];
  const readable = async () => guard('project.read', (await identify(request)).actor, { workspace, project });
  let grant = await readable();
  let askedAt = Date.now();
  let cursor = cursorOf(request, url) ?? grant.sequence;

  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 2000\n\n');

  const renew = async () => {
    grant = await readable();
    askedAt = Date.now();
  };
  const pump = oneAtATime(async () => {
    for (;;) {
      const events = await eventsAfter(grant, cursor, atOnce);
      if (events.length > 0 && Date.now() - askedAt > freshMs) await renew();
      for (const event of events)
        response.write(`id: ${event.sequence}\ndata: ${JSON.stringify(shownEvent(event))}\n\n`);
      cursor = events.at(-1)?.sequence ?? cursor;
      if (events.length < atOnce) return;
    }
  }, end);
  const unsubscribe = hub().subscribe(grant.project.id, pump);
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
  const recheck = setInterval(() => void renew().catch(end), recheckMs);

  function end(): void {
    unsubscribe();
    clearInterval(heartbeat);
    clearInterval(recheck);
    openStreams.delete(end);
    response.end();
  }
  openStreams.add(end);
  response.on('close', end);
  pump();
}

/** Ends every stream, so that the server can close; browsers connect again by themselves. */
export function endEventStreams(): void {
  for (const end of openStreams) end();
}

function cursorOf(request: IncomingMessage, url: URL): number | undefined {
  const given = request.headers['last-event-id'] ?? url.searchParams.get('after') ?? '';
  const cursor = Number(Array.isArray(given) ? given[0] : given);
  return given !== '' && Number.isSafeInteger(cursor) && cursor >= 0 ? cursor : undefined;
}

/** Runs the work when called; a call while it runs makes it run once more afterwards. */
function oneAtATime(work: () => Promise<void>, onFailure: () => void): () => void {
  let running = false;
  let again = false;
  const run = async () => {
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
  return () => {
    again = true;
    if (!running) void run().catch(onFailure);
  };
}
