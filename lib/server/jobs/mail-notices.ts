import type { PgBoss } from 'pg-boss';
import { hub } from '../events.ts';
import { mailAgainLater, nextMailBegan, takeMail, type DueMail } from '../store/notice-mails.ts';
import type { RunningJobs } from './run-jobs.ts';

/** How mails go out. */
export interface Mailing {
  /** How long a mail waits for more of its thread. */
  readonly burstSeconds: number;
  /** @returns whether the mail server took it */
  readonly send: (mail: DueMail) => Promise<boolean>;
}

const QUEUE = 'mail-notices';

/** Whoever writes a comment writes several; the next mail is looked for once they pause. */
const quietMs = 500;

/**
 * Sends mails about what stands in inboxes, through a queue that holds one job at a time: whichever instance heard of a
 * comment asks for it, one instance does it, and nothing goes out twice.
 */
export async function mailNotices(boss: PgBoss, mailing: Mailing): Promise<RunningJobs> {
  await boss.createQueue(QUEUE, { policy: 'short', retryLimit: 2 });
  await boss.work(QUEUE, { pollingIntervalSeconds: 2 }, async () => {
    await sendDueMails(mailing);
    // What came meanwhile, or waits for its time, asks for a job of its own.
    later();
  });

  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  async function ask(): Promise<void> {
    timer = undefined;
    try {
      const began = await nextMailBegan();
      if (began === null) return;
      await boss.send(QUEUE, {}, { startAfter: new Date(began.getTime() + mailing.burstSeconds * 1000) });
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

/**
 * Sends what is due, one by one. Each is taken off the list before it is sent: a mail that is lost with a crash is in the
 * inbox all the same, and none comes twice.
 * @returns how many went out
 */
export async function sendDueMails({ burstSeconds, send }: Mailing): Promise<number> {
  let sent = 0;
  for (let mail = await takeMail(burstSeconds); mail !== null; mail = await takeMail(burstSeconds)) {
    if (mail === 'nobody') continue;
    if (await send(mail)) sent += 1;
    else await mailAgainLater(mail.id);
  }
  return sent;
}
