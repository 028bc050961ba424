import { pool } from '../db.ts';
import { oncePerProcess } from '../process-wide.ts';

/** Channel of NOTIFY; the payload is `stream:sequence` and nothing else. */
export const channel = 'plumbline_events';

const coalesceMs = 20;

interface Pending {
  readonly streams: Map<string, number>;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Tells the readers of every instance that a stream has moved. Call it after the commit: inside the transaction NOTIFY
 * would serialise all writers. Bursts are sent as one statement; a lost one is made good by the readers' own polling.
 */
export function announce(streamId: string, sequence: number): void {
  const pending = pendingOfThisProcess();
  pending.streams.set(streamId, Math.max(sequence, pending.streams.get(streamId) ?? 0));
  pending.timer ??= setTimeout(() => void sendAnnouncements(), coalesceMs).unref();
}

/** Sends what waits, at once: by the timer, and before the connections are closed. */
export async function sendAnnouncements(): Promise<void> {
  const pending = pendingOfThisProcess();
  clearTimeout(pending.timer);
  pending.timer = undefined;
  const payloads = Array.from(pending.streams, ([stream, sequence]) => `${stream}:${sequence}`);
  pending.streams.clear();
  if (payloads.length === 0) return;
  try {
    await pool().query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [channel, payloads]);
  } catch (error) {
    console.error(`events: announcement failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function pendingOfThisProcess(): Pending {
  return oncePerProcess('announcements', () => ({ streams: new Map(), timer: undefined }));
}
