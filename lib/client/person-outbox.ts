import { browserNotes } from './haste-notes.ts';
import { memoryStorage, openOutboxStorage } from './outbox-storage.ts';
import { shareWithTabs, type OutboxTabs } from './outbox-tabs.ts';
import { Outbox } from './outbox.ts';
import { sendOps } from './send-ops.ts';

interface PersonOutbox {
  readonly outbox: Outbox;
  /** Listens to the browser and to the other tabs, and sends; the answer ends it. */
  readonly connect: () => () => void;
}

/** The outbox of one person in this browser. Nothing is sent before `connect`. */
export function personOutbox(user: string): PersonOutbox {
  const inBrowser = typeof window !== 'undefined';
  let tabs: OutboxTabs | undefined;
  const outbox = new Outbox({
    user,
    storage: inBrowser ? openOutboxStorage() : Promise.resolve(memoryStorage()),
    notes: browserNotes,
    send: (to, batch) => sendOps(user, to, batch),
    alone: (work) => withLock(`plumbline-outbox:${user}`, work),
    tell: (hint) => tabs?.tell(hint),
    now: Date.now,
  });
  const connect = () => {
    const shared = shareWithTabs(user, outbox);
    tabs = shared;
    const stops = [
      () => shared.close(),
      onWindow('online', () => outbox.flush()),
      onWindow('offline', () => outbox.loseConnection()),
      // A laptop is closed and a page on a phone is put away without another word than this.
      onWindow('visibilitychange', () => document.visibilityState === 'hidden' && outbox.hurry()),
      onWindow('pagehide', () => outbox.hurry()),
      // Somebody may have signed in again elsewhere in this browser.
      onWindow('focus', () => outbox.state.kind === 'signed-out' && outbox.flush()),
      onWindow('beforeunload', (event) => {
        if (outbox.durable === false && outbox.kept.length > 0) event.preventDefault();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      outbox.close();
    };
  };
  return { outbox, connect };
}

/** Of the window, or of its document on the way up. */
function onWindow(name: string, listener: (event: Event) => void): () => void {
  window.addEventListener(name, listener);
  return () => window.removeEventListener(name, listener);
}

/**
 * Pages that are not served securely have no locks, and some browsers refuse them along with storage; there the
 * server's memory of op ids keeps edits single.
 */
async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  let begun = false;
  const run = () => {
    begun = true;
    return work();
  };
  if (!isSecureContext) return run();
  try {
    await navigator.locks.request(name, run);
  } catch (error) {
    if (begun) throw error;
    await run();
  }
}
