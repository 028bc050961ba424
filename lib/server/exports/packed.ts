import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** A text as gzip, the same bytes each time: the header carries no time. */
export async function pack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await zip(text, { level: 9 }));
}

/**
 * The text of a packed file. Never more than a project's file can be, however much the bytes would give.
 * @throws AppError too-large, or bad-input for what is not packed, or no text
 */
export async function unpack(bytes: Uint8Array): Promise<string> {
  // A character takes at most four bytes.
  const unpacked = await unzip(bytes, { maxOutputLength: limits.projectFileCharacters * 4 }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : noProject(error);
  });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
    if (text.length > limits.projectFileCharacters) throw tooLarge();
    return text;
  } catch (error) {
    throw error instanceof AppError ? error : noProject(error);
  }
}

function tooLarge(): AppError {
  return new AppError(
    'too-large',
    `A project’s file has at most ${limits.projectFileCharacters / 1_000_000} million characters.`,
  );
}

function noProject(cause: unknown): AppError {
  return new AppError('bad-input', 'This is not a project’s file, or it is damaged.', { path: 'data' }, { cause });
}
