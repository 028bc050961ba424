import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { freePort } from '../free-port.ts';
import { diskFull, StartError } from '../start-error.ts';
import { findPostmaster, spawnPostmaster, type PostmasterSpawn, type SpawnedPostmaster } from './postmaster.ts';
import { connectSession } from './session.ts';

/** Recovery after a crash replays the log; a minute is plenty for the sizes that run on a bundled database. */
const PATIENCE_MS = 60_000;
const TRIES = 5;

export interface BringUpOptions extends Omit<PostmasterSpawn, 'port'> {
  readonly dataFolder: string;
  /** The port to come back on; without it a free one is chosen. */
  readonly port?: number;
  readonly administratorUrl: (port: number) => string;
}

/** A cluster that answers, and the session that proves it. */
export interface Standing {
  readonly pid: number;
  readonly port: number;
  readonly session: pg.Client;
  readonly adopted: boolean;
  /** Settles when a postmaster that we started ends; never for an adopted one. */
  readonly exited: Promise<void>;
}

/**
 * Adopts the running postmaster of the cluster, or starts one.
 * @throws StartError when it does not come up.
 */
export async function bringUp(options: BringUpOptions): Promise<Standing> {
  const deadline = Date.now() + PATIENCE_MS;
  let lastWords = '';
  for (let tries = 0; tries < TRIES && Date.now() < deadline; tries += 1) {
    const adopted = await adopt(options, deadline);
    if (adopted) return adopted;
    const port = options.port ?? (await freePort());
    const spawned = await spawnPostmaster({ ...options, port });
    const session = await firstSession(options.administratorUrl(port), spawned, deadline);
    if (session && spawned.child.pid !== undefined) {
      return { pid: spawned.child.pid, port, session, adopted: false, exited: spawned.exited };
    }
    lastWords = await spawned.logTail();
    if (/No space left on device|Disk quota exceeded/.test(lastWords)) throw diskFull(options.dataFolder);
    // What remains cures itself: another start was faster, the port was taken, or children of a killed postmaster
    // are still leaving.
    await delay(100);
  }
  throw new StartError(
    'unavailable',
    `The bundled PostgreSQL does not start${reasonIn(lastWords)}; ${options.logFile} says more.`,
  );
}

/** Waits for a live postmaster that is starting; one that is stopping ends the wait with undefined. */
async function adopt(options: BringUpOptions, deadline: number): Promise<Standing | undefined> {
  for (;;) {
    const running = await findPostmaster(options.clusterFolder);
    if (running === undefined) return undefined;
    if (running.ready) {
      const session = await connectSession(options.administratorUrl(running.port)).catch(() => undefined);
      if (session) return { ...running, session, adopted: true, exited: new Promise(() => {}) };
    }
    if (Date.now() > deadline) {
      throw new StartError(
        'unavailable',
        `PostgreSQL (process ${running.pid}) runs on ${options.clusterFolder} but does not answer: stop that process and start again.`,
      );
    }
    await delay(20);
  }
}

async function firstSession(url: string, spawned: SpawnedPostmaster, deadline: number): Promise<pg.Client | undefined> {
  while (spawned.isRunning() && Date.now() < deadline) {
    const session = await connectSession(url).catch(() => undefined);
    if (session) return session;
    await delay(15);
  }
  return undefined;
}

function reasonIn(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines[0];
  return telling === undefined ? '' : ` (${telling.replace(/^.*?(?:FATAL|PANIC|postgres):\s*/, '')})`;
}
