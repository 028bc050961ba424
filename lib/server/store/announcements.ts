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
  const pending = oncePerProcess<Pending>('announcements', () => ({ streams: new Map(), timer: undefined }));
  pending.streams.set(streamId, Math.max(sequence, pending.streams.get(streamId) ?? 0));
  pending.timer ??= setTimeout(() => void flush(pending), coalesceMs).unref();
}

async function flush(pending: Pending): Promise<void> {
  const payloads = Array.from(pending.streams, ([stream, sequence]) => `${stream}:${sequence}`);
  pending.streams.clear();
  pending.timer = undefined;
  try {
    await pool().query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [channel, payloads]);
  } catch (error) {
    console.error(`events: announcement failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
