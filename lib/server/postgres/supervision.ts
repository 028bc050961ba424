import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { bringUp, type BringUpOptions, type Standing } from './bring-up.ts';
import { isAlive } from './postmaster.ts';
import { takeSupervisorLock } from './session.ts';

/** A database that lived this long has recovered: the next death starts with the first pause again. */
const HEALTHY_AFTER_MS = 30_000;
const POLITE_STOP_MS = 10_000;

export interface SupervisionOptions extends BringUpOptions {
  /** Pauses before each try to bring a dead database back; after the last one it is given up. */
  readonly backOffMs: readonly number[];
  readonly say: (line: string) => void;
  readonly onLost: (error: StartError) => void;
}

export interface Supervision {
  readonly pid: number;
  /** Stays the same through restarts, so that every pool finds its way back. */
  readonly port: number;
  readonly supervised: boolean;
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/**
 * Brings the cluster up and keeps it up.
 *
 * One session with an advisory lock makes the supervisor: PostgreSQL frees the lock when we die, however we die, and the
 * end of the session tells us that PostgreSQL died. There is no lock file that could be stale.
 */
export async function superviseCluster(options: SupervisionOptions): Promise<Supervision> {
  let standing = await bringUp(options);
  const supervised = await takeSupervisorLock(standing.session);
  let stopping = false;
  let deaths = 0;
  let upSince = Date.now();
  let recovery = Promise.resolve();

  const watch = () => {
    standing.session.once('end', () => {
      if (!stopping) recovery = recover();
    });
  };
  const recover = async () => {
    options.say('The database stopped; starting it again.');
    if (Date.now() - upSince > HEALTHY_AFTER_MS) deaths = 0;
    let problem: unknown;
    for (; deaths < options.backOffMs.length; deaths += 1) {
      await delay(options.backOffMs[deaths]);
      if (stopping) return;
      try {
        standing = await bringUp({ ...options, port: standing.port });
      } catch (error) {
        problem = error;
        continue;
      }
      await takeSupervisorLock(standing.session);
      deaths += 1;
      upSince = Date.now();
      options.say('The database runs again.');
      return watch();
    }
    options.onLost(lost(problem, options.logFile));
  };

  if (supervised) watch();
  else await standing.session.end();
  return {
    get pid() {
      return standing.pid;
    },
    port: standing.port,
    supervised,
    adopted: standing.adopted,
    stop: async () => {
      stopping = true;
      await recovery;
      if (supervised) await stopPostmaster(standing);
    },
  };
}

function lost(problem: unknown, logFile: string): StartError {
  if (problem instanceof StartError) return problem;
  return new StartError('unavailable', `The database keeps stopping and was given up: ${logFile} says why.`, {
    cause: problem,
  });
}

/** "Fast" shutdown: running transactions are rolled back, everything committed is on disk. */
async function stopPostmaster({ pid, session, exited }: Standing): Promise<void> {
  session.removeAllListeners('end');
  await session.end().catch(() => {});
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!signalled(pid, signal)) return;
    const deadline = Date.now() + POLITE_STOP_MS;
    // A postmaster that was adopted is nobody's child here, so its end can only be looked for.
    while (Date.now() < deadline && isAlive(pid)) await Promise.race([exited, delay(20)]);
    if (!isAlive(pid)) return;
  }
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
