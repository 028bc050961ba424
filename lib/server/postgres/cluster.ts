import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { diskFull, StartError } from '../start-error.ts';
import { spawnSettings, type Account } from './account.ts';
import { UNFINISHED, type Binaries } from './binaries.ts';

const run = promisify(execFile);

/** The role that owns the cluster, and the one that Plumbline works as: no superuser, so it can reach no file. */
export const ADMINISTRATOR = 'postgres';
export const APPLICATION = 'plumbline';

export interface Passwords {
  readonly administrator: string;
  readonly application: string;
}

const ABANDONED_AFTER_MS = 10 * 60_000;
const PASSWORD_FILE = 'plumbline-passwords.json';

/**
 * Makes the database cluster in `<dataFolder>/database` unless it is there.
 *
 * It is made beside its place and then renamed, so a start that was killed leaves nothing half-made, and of two starts
 * that do this at once one wins and the other uses the winner's. The passwords lie inside for the same reason.
 */
export async function ensureCluster(
  dataFolder: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<{ folder: string; passwords: Passwords }> {
  const folder = join(dataFolder, 'database');
  if (!existsSync(folder)) await createCluster(dataFolder, folder, binaries, account);
  await requireSameMajor(folder, binaries);
  return { folder, passwords: await readPasswords(folder) };
}

/** Removes what starts that were killed left half-made; what is younger may belong to one that is under way. */
export async function removeUnfinished(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(dataFolder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

async function createCluster(
  dataFolder: string,
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const attempt = randomBytes(6).toString('hex');
  const unfinished = join(dataFolder, `${UNFINISHED}database-${attempt}`);
  const passwordFile = join(dataFolder, `${UNFINISHED}password-${attempt}`);
  const passwords: Passwords = { administrator: newPassword(), application: newPassword() };
  const remove = (path: string) => rm(path, { recursive: true, force: true });
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, passwords.administrator, { mode: 0o600 });
    if (account) for (const path of [unfinished, passwordFile]) await chown(path, account.uid, account.gid);
    await run(binaries.initdb, initdbArguments(unfinished, passwordFile, binaries.major), spawnSettings(account));
    const kept = join(unfinished, PASSWORD_FILE);
    await writeFile(kept, JSON.stringify(passwords), { mode: 0o600 });
    if (account) await chown(kept, account.uid, account.gid);
    await rename(unfinished, folder);
  } catch (error) {
    await remove(unfinished);
    // Another start made the cluster in the meantime.
    if (existsSync(folder)) return;
    throw initdbProblem(error, dataFolder);
  } finally {
    await remove(passwordFile);
  }
}

function initdbArguments(folder: string, passwordFile: string, major: number): string[] {
  // The builtin locale sorts the same on every machine and after every upgrade of the C library; it came with 17.
  const locale = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C'];
  return [
    `--pgdata=${folder}`,
    `--username=${ADMINISTRATOR}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
    ...locale,
  ];
}

function initdbProblem(error: unknown, dataFolder: string): unknown {
  if (!(error instanceof Error) || !('stderr' in error)) return error;
  const output = String(error.stderr);
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(dataFolder, error);
  const lastLine = output.trim().split('\n').at(-1) ?? error.message;
  return new StartError(
    'failed',
    `The bundled PostgreSQL could not make its database in ${dataFolder} (${lastLine}): set DATABASE_URL to a PostgreSQL 15 or newer of your own if this machine cannot run it.`,
    { cause: error },
  );
}

async function requireSameMajor(folder: string, binaries: Binaries): Promise<void> {
  const written = Number.parseInt(await readFile(join(folder, 'PG_VERSION'), 'utf8'), 10);
  if (written === binaries.major) return;
  throw new StartError(
    'configuration',
    `The database in ${folder} was made by PostgreSQL ${written} and this Plumbline brings ${binaries.major}: start the earlier Plumbline and export, or name another folder with PLUMBLINE_DATA.`,
  );
}

async function readPasswords(folder: string): Promise<Passwords> {
  const file = join(folder, PASSWORD_FILE);
  const parsed: unknown = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  if (typeof parsed === 'object' && parsed !== null && 'administrator' in parsed && 'application' in parsed) {
    return { administrator: String(parsed.administrator), application: String(parsed.application) };
  }
  throw new StartError('storage', `The database passwords in ${file} cannot be read: restore that file from a backup.`);
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
