import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, realpath, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { diskFull, StartError, storageProblem } from './start-error.ts';

const MEBIBYTE = 1024 * 1024;
/** A running PostgreSQL needs room for at least two 16 MiB segments of its write-ahead log. */
const LEAST_FREE_BYTES = 48 * MEBIBYTE;

/**
 * Where Plumbline keeps its database and its secrets.
 *
 * PLUMBLINE_DATA wins. Otherwise it is `.plumbline` in the project; but PostgreSQL refuses to run as root and then runs
 * under another account, which often may not enter the project (a home of mode 0700), so root's data lies in /var/lib.
 * A `.plumbline` that is already there is used by root as well: `sudo npm start` must not show an empty Plumbline.
 */
export async function dataFolderOf(options: {
  projectFolder: string;
  override?: string | undefined;
  isRoot: boolean;
}): Promise<string> {
  if (options.override !== undefined) return options.override;
  const inProject = join(options.projectFolder, '.plumbline');
  if (!options.isRoot || existsSync(join(inProject, 'database'))) return inProject;
  const hash = createHash('sha256')
    .update(await realpath(options.projectFolder))
    .digest('hex')
    .slice(0, 12);
  return join('/var/lib/plumbline', hash);
}

/**
 * Creates the folder where it is missing.
 * @throws StartError when it cannot be written or its disk is full.
 */
export async function prepareDataFolder(folder: string, options: { isRoot: boolean }): Promise<void> {
  try {
    // The account that runs PostgreSQL for root must be able to pass through; what is secret inside has modes of its own.
    await mkdir(folder, { recursive: true, mode: options.isRoot ? 0o755 : 0o700 });
    const space = await statfs(folder);
    if (space.bavail * space.bsize < LEAST_FREE_BYTES) throw diskFull(folder);
  } catch (error) {
    throw storageProblem(error, folder);
  }
}

/**
 * Refuses a folder that the account which runs PostgreSQL cannot reach.
 * @throws StartError naming the first parent folder that is closed to it.
 */
export async function requireReachable(folder: string, account: { uid: number; gid: number }): Promise<void> {
  for (let path = folder; path !== dirname(path); path = dirname(path)) {
    const { mode, uid, gid } = await stat(path);
    const searchBit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & searchBit) === 0) {
      throw new StartError(
        'storage',
        `The data folder ${folder} lies under ${path}, which the account that runs PostgreSQL (uid ${account.uid}) may not enter: name another folder with PLUMBLINE_DATA, for example /var/lib/plumbline/data.`,
      );
    }
  }
}
