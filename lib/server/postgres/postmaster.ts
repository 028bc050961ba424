import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { spawnSettings, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';

const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

/** What PostgreSQL says about itself in postmaster.pid. */
export interface RunningPostmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The live postmaster of this cluster, whoever started it; a file left behind by a dead one counts as none. */
export async function findPostmaster(clusterFolder: string): Promise<RunningPostmaster | undefined> {
  const file = join(clusterFolder, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (!(await commandLine(pid)).includes(clusterFolder)) {
    // The number went to another process since (common in containers), and PostgreSQL would wait for that one for ever.
    await rm(file, { force: true });
    return undefined;
  }
  return { pid, port: Number(lines[3]), ready: lines[7] === 'ready' };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function commandLine(pid: number): Promise<string> {
  if (existsSync('/proc/self/cmdline')) return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const listed = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'args=']).catch(() => ({ stdout: '' }));
  return listed.stdout;
}

export interface PostmasterSpawn {
  readonly binaries: Binaries;
  readonly clusterFolder: string;
  readonly logFile: string;
  readonly account: Account | undefined;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** A postmaster that this process started, with what it has written to its log since. */
export interface SpawnedPostmaster {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
  isRunning(): boolean;
  logTail(): Promise<string>;
}

/**
 * Starts PostgreSQL. It logs to a file and leads a process group of its own: it must outlive a kill -9 of this process,
 * and Ctrl-C must reach it through us, after the requests in hand are finished.
 */
export async function spawnPostmaster(options: PostmasterSpawn): Promise<SpawnedPostmaster> {
  await rotateLog(options.logFile);
  const log = await open(options.logFile, 'a', 0o600);
  const logStart = (await log.stat()).size;
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...options.settings };
  const child = spawn(
    options.binaries.postgres,
    [
      '-D',
      options.clusterFolder,
      '-p',
      String(options.port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...spawnSettings(options.account), detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  child.unref();
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await log.close();
  return {
    child,
    exited,
    isRunning: () => child.pid !== undefined && child.exitCode === null && child.signalCode === null,
    logTail: async () => (await readFile(options.logFile)).subarray(logStart).toString('utf8'),
  };
}

async function rotateLog(file: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`);
}
