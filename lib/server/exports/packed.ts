import { promisify } from 'node:util';
import { gunzip, gunzipSync, gzip } from 'node:zlib';
import { AppError } from '#lib/domain/errors.ts';
import { limits } from '#lib/domain/limits.ts';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** A text as gzip, the same bytes each time: the header carries no time. */
export async function pack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await zip(text, { level: 9 }));
}

/** A character of a string takes at most three bytes: more cannot be a project's file. */
const most = { maxOutputLength: limits.projectFileCharacters * 3 };

/**
 * The text of a packed file. Never more than a project's file can be, however much the bytes would give.
 * @throws AppError too-large, or bad-input for what is not packed, or no text
 */
export async function unpack(bytes: Uint8Array): Promise<string> {
  try {
    return textOf(await unzip(bytes, most));
  } catch (error) {
    throw refusal(error);
  }
}

/** The same at once, for a program that has nothing else to do. */
export function unpackNow(bytes: Uint8Array): string {
  try {
    return textOf(gunzipSync(bytes, most));
  } catch (error) {
    throw refusal(error);
  }
}

/** Whether bytes begin as gzip does (RFC 1952, section 2.3.1). */
export function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function textOf(unpacked: Uint8Array): string {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
  if (text.length > limits.projectFileCharacters) throw tooLarge();
  return text;
}

function refusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : noProject(error);
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
