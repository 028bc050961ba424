import { PgBoss } from 'pg-boss';
import { purge } from '../store/purge.ts';
import { mailNotices, type Mailing } from './mail-notices.ts';

/** What is done in the background: at its hour, once, however many instances run. */
const jobs = [{ name: 'purge', cron: '17 3 * * *', run: purge }] as const;

/** Nothing here is urgent: looking once a minute costs next to nothing. */
const pollSeconds = 60;

export interface RunningJobs {
  stop(): Promise<void>;
}

/** Starts the background work on pg-boss, in a schema of its own. The address must lead to PostgreSQL itself. */
export async function runJobs(connectionString: string, mailing?: Mailing): Promise<RunningJobs> {
  const boss = new PgBoss({ connectionString, application_name: 'plumbline jobs', max: 2 });
  boss.on('error', (error) => console.error(`jobs: ${error.message}`));
  await boss.start();
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name);
    await boss.work(name, { pollingIntervalSeconds: pollSeconds }, async () => run());
    await boss.schedule(name, cron);
  }
  const mails = mailing && (await mailNotices(boss, mailing));
  return {
    async stop() {
      await mails?.stop();
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}
