import { isJsonObject } from '#lib/domain/json.ts';
import type { ProjectAddress } from './kept-ops.ts';

/** One entry of a project's log, as the stream sends it. */
export interface LiveEvent {
  readonly sequence: number;
  readonly type: string;
  readonly actor: unknown;
  readonly payload: unknown;
}

/** Somebody else who has the project open. */
export interface PersonHere {
  readonly id: string;
  readonly name: string;
}

export interface LiveListener {
  /** The server answers: for the first time, or again. */
  onOpen(): void;
  /** The sequence up to which this tab knows the log; the stream goes on from there. */
  known(): number;
  onEvent(event: LiveEvent): void;
  /** The log has moved to `sequence` in a way that this tab did not see. */
  onBehind(sequence: number): void;
  onPeople(people: readonly PersonHere[]): void;
}

type Message =
  | { readonly kind: 'event'; readonly event: LiveEvent }
  | { readonly kind: 'people'; readonly people: readonly PersonHere[] }
  | { readonly kind: 'ask' }
  | { readonly kind: 'at'; readonly sequence: number };

const RECONNECT_MS = 4000;

/**
 * Follows the log of one project. Browsers allow few connections to one server, so that of all tabs only the one that
 * holds the lock opens an EventSource and passes on what it hears. Without locks (pages that are not served securely)
 * every tab opens its own. The answer ends it.
 */
export function followProject({ workspace, project }: ProjectAddress, listener: LiveListener): () => void {
  const name = `plumbline-stream:${workspace}/${project}`;
  const channel = new BroadcastChannel(name);
  const ended = new AbortController();
  const url = `/api/v1/workspaces/${encodeURIComponent(workspace)}/projects/${encodeURIComponent(project)}/stream`;
  let leads = false;
  let people: readonly PersonHere[] = [];

  const tell = (message: Message) => channel.postMessage(message);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'event') listener.onEvent(data.event);
    else if (data.kind === 'people') listener.onPeople(data.people);
    else if (data.kind === 'ask' && leads) {
      tell({ kind: 'at', sequence: listener.known() });
      tell({ kind: 'people', people });
    } else if (data.kind === 'at' && data.sequence > listener.known()) listener.onBehind(data.sequence);
  });
  const lead = () => {
    leads = true;
    return listen(url, listener, ended.signal, (heard) => {
      if (heard.kind === 'people') ({ people } = heard);
      tell(heard);
    });
  };
  if (isSecureContext) void navigator.locks.request(name, { signal: ended.signal }, lead).catch(() => undefined);
  else void lead();
  tell({ kind: 'ask' });

  return () => {
    ended.abort();
    channel.close();
  };
}

/** Listens until the signal ends it, and connects again by itself where the browser has given up. */
function listen(
  url: string,
  listener: LiveListener,
  signal: AbortSignal,
  passOn: (heard: Extract<Message, { kind: 'event' | 'people' }>) => void,
): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      source = new EventSource(`${url}?after=${listener.known()}`);
      source.addEventListener('open', () => listener.onOpen());
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const event = readEvent(data);
        if (event === null) return;
        listener.onEvent(event);
        passOn({ kind: 'event', event });
      });
      source.addEventListener('here', ({ data }: MessageEvent<string>) => {
        const people = readPeople(data);
        listener.onPeople(people);
        passOn({ kind: 'people', people });
      });
      source.addEventListener('error', () => {
        // Nobody can say any more who is there.
        listener.onPeople([]);
        passOn({ kind: 'people', people: [] });
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(connect, RECONNECT_MS);
      });
    };
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source?.close();
      resolve();
    });
    connect();
  });
}

/** An entry as the stream sends it; null for what is none. */
function readEvent(data: string): LiveEvent | null {
  const event: unknown = JSON.parse(data);
  if (!isJsonObject(event)) return null;
  const { sequence, type, actor = null, payload = null } = event;
  return typeof sequence === 'number' && typeof type === 'string' ? { sequence, type, actor, payload } : null;
}

function readPeople(data: string): readonly PersonHere[] {
  const people: unknown = JSON.parse(data);
  if (!Array.isArray(people)) return [];
  return people
    .filter(isJsonObject)
    .flatMap(({ id, name }) => (typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : []));
}
