import type { PgBoss } from 'pg-boss';
import { hub } from '../events.ts';
import { nextMailDue, sendDueMails } from '../store/notice-mails.ts';
import type { RunningJobs } from './run-jobs.ts';

const QUEUE = 'mail-notices';

/** Whoever writes a comment writes several; the next mail is looked for once they pause. */
const quietMs = 500;

/**
 * Sends mails about what stands in inboxes, through a queue that holds one job at a time: whichever instance heard of a
 * comment asks for it, one instance does it, and nothing goes out twice.
 */
export async function mailNotices(boss: PgBoss): Promise<RunningJobs> {
  await boss.createQueue(QUEUE, { policy: 'short', retryLimit: 2 });
  await boss.work(QUEUE, { pollingIntervalSeconds: 2 }, async () => {
    await sendDueMails();
    // What came meanwhile, or waits for its time, asks for a job of its own.
    later();
  });

  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  async function ask(): Promise<void> {
    timer = undefined;
    try {
      const due = await nextMailDue();
      if (due !== null) await boss.send(QUEUE, {}, { startAfter: due });
    } catch (error) {
      // The hub looks again within seconds.
      console.error(`mails: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  function later(): void {
    timer ??= setTimeout(() => {
      working = working.then(ask);
    }, quietMs).unref();
  }

  const leave = hub().subscribeToAll(later);
  later();
  return {
    async stop() {
      leave();
      clearTimeout(timer);
      await working;
    },
  };
}
