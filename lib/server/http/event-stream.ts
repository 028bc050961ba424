import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '#lib/domain/errors.ts';
import { hub } from '../events.ts';
import { presence } from '../presence.ts';
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

/** A browser holds one for all its tabs; a person has a few browsers, and programs besides. */
export const streamsOfOnePerson = 20;

const openStreams = new Set<() => void>();
const streamsOf = new Map<string, number>();

/**
 * Sends what happens in a project as server-sent events, from the cursor on: `Last-Event-ID` of a browser that connects
 * again, else `after`. Each has the sequence as its id, so that nothing is lost or sent twice. Browsers are
 * told besides who else has the project open, as `here`; a program that listens is nobody who is there.
 * @throws AppError before the first byte
 */
export async function sendEventStream(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const [, workspace = '', project = ''] = streamPath.exec(url.pathname) ?? [];
  const readable = async () => guard('project.read', (await identify(request)).actor, { workspace, project });
  let grant = await readable();
  let askedAt = Date.now();
  let cursor = cursorOf(request, url) ?? grant.sequence;
  const leave = takePlace(grant.actor.userId);
  const over = new AbortController();

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
    while (!over.signal.aborted) {
      const events = await eventsAfter(grant, cursor, atOnce);
      if (events.length > 0 && Date.now() - askedAt > freshMs) await renew();
      for (const event of events) {
        await send(response, `id: ${event.sequence}\ndata: ${JSON.stringify(shownEvent(event))}\n\n`, over.signal);
        cursor = event.sequence;
      }
      if (events.length < atOnce) return;
    }
  }, end);
  const unsubscribe = hub().subscribe(grant.project.id, pump);
  const { userId, name, via } = grant.actor;
  let told = '[]';
  const tellWhoIsHere = () => {
    const others = JSON.stringify(
      presence()
        .peopleAt(grant.project.id)
        .filter(({ id }) => id !== userId),
    );
    if (others === told || response.writableNeedDrain) return;
    told = others;
    response.write(`event: here\ndata: ${others}\n\n`);
  };
  const goAway =
    via.kind === 'token' ? () => undefined : presence().join(grant.project.id, { id: userId, name }, tellWhoIsHere);
  // Who has not read since the last one gets no more of them, and finds what they missed when they connect again.
  const heartbeat = setInterval(() => (response.writableNeedDrain ? end() : response.write(':\n\n')), heartbeatMs);
  const recheck = setInterval(() => void renew().catch(end), recheckMs);

  function end(): void {
    if (over.signal.aborted) return;
    over.abort();
    unsubscribe();
    goAway();
    clearInterval(heartbeat);
    clearInterval(recheck);
    openStreams.delete(end);
    leave();
    if (response.writableNeedDrain) response.destroy();
    else response.end();
  }
  openStreams.add(end);
  response.on('close', end);
  // Whoever left while the guard was asked has closed already, and will not do it again.
  if (response.destroyed) end();
  else pump();
}

/**
 * Sends, and waits until the other side has taken it: a reader who does not read must not fill the memory.
 * @throws when the stream is over
 */
async function send(response: ServerResponse, text: string, over: AbortSignal): Promise<void> {
  over.throwIfAborted();
  if (!response.write(text)) await once(response, 'drain', { signal: over });
}

/** Counts one more stream of a person; the answer gives the place back. @throws AppError rate-limited */
function takePlace(userId: string): () => void {
  const open = streamsOf.get(userId) ?? 0;
  if (open >= streamsOfOnePerson) throw new AppError('rate-limited', 'You have too many event streams open. End one.');
  streamsOf.set(userId, open + 1);
  return () => {
    const left = (streamsOf.get(userId) ?? 1) - 1;
    if (left > 0) streamsOf.set(userId, left);
    else streamsOf.delete(userId);
  };
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
