import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { closeDatabase } from './db.ts';
import { env } from './env.ts';
import { closeHub } from './events.ts';
import { closePresence } from './presence.ts';
import { answer } from './http/door.ts';
import { endEventStreams } from './http/event-stream.ts';
import { staticFiles } from './http/static-files.ts';
import { keepSummaries } from './jobs/keep-summaries.ts';
import { runJobs, type RunningJobs } from './jobs/run-jobs.ts';
import { noticeMailing } from './notice-mailing.ts';
import { sendAnnouncements } from './store/announcements.ts';

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Lets requests in hand finish, ends event streams, and closes every connection to the database. */
  close(): Promise<void>;
}

type Pages = ReturnType<typeof next>;

/**
 * The front door. It answers the API and the event stream itself, at several times the rate of a route handler, and
 * hands everything else to Next. The database must be up and migrated.
 */
export async function startServer({ dev }: { dev: boolean }): Promise<RunningServer> {
  const { host, port, url, secret, directDatabaseUrl } = env();
  // next-auth reads these, and only these, when Next loads it.
  process.env['NEXTAUTH_URL'] = url;
  process.env['NEXTAUTH_SECRET'] = secret;

  const server = createServer();
  const pages = next({ dev, dir: process.cwd(), hostname: host, port, turbopack: dev });
  await pages.prepare();
  const door = {
    dev,
    show: pages.getRequestHandler(),
    answerStatic: dev ? () => false : staticFiles(join(process.cwd(), '.next/static')),
  };
  server.on('request', (request, response) => void answer(request, response, door));
  server.on('upgrade', (request, socket, head) => {
    if (dev) void pages.getUpgradeHandler()(request, socket, head);
    else socket.destroy();
  });
  const jobs = [await runJobs(directDatabaseUrl, noticeMailing()), keepSummaries()];
  await listen(server, host, port);
  return { url, port, close: () => close(server, pages, jobs) };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server, pages: Pages, jobs: readonly RunningJobs[]): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  endEventStreams();
  server.closeIdleConnections();
  await closed;
  await pages.close();
  for (const job of jobs) await job.stop();
  closePresence();
  await closeHub();
  await sendAnnouncements();
  await closeDatabase();
}
