import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileError, storageProblem } from '#lib/server/start-error.ts';

/** The secret kept in the data folder, made at the first start. Two first starts at once end with the same one. */
export async function keptSecret(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'secret');
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found !== '') return found;
  const own = `${file}.${randomUUID()}`;
  try {
    await writeFile(own, randomBytes(32).toString('base64url'), { mode: 0o600 });
    await link(own, file).catch((error: unknown) => {
      if (!isFileError(error, 'EEXIST')) throw error;
    });
    return await readFile(file, 'utf8');
  } catch (error) {
    throw storageProblem(error, dataFolder);
  } finally {
    await rm(own, { force: true });
  }
}

/** Without 0, 1, I and O, which are mistaken for each other when typed from a console. */
const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

export function newSetupCode(): string {
  const letters = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
