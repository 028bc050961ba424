import type { IncomingMessage } from 'node:http';
import { AppError } from '#lib/domain/errors.ts';

/** The largest requests, in bytes. */
export const bodyBytes = {
  /** Of people with an account: a worksheet file of the largest size as a JSON string, with room for escapes. */
  known: 20_000_000,
  /** Of everybody else: the numbers of a calculator. */
  anonymous: 200_000,
} as const;

/** What stands inside is read by functions that call themselves, and by some that try several ways for each value. */
const depthAtMost = 40;
const valuesAtMost = 200_000;

/**
 * Reads a JSON body, and stops reading as soon as it is too large, whatever length the sender promised.
 * @returns `undefined` for an empty body
 * @throws AppError too-large, bad-input
 */
export async function readJsonBody(request: IncomingMessage, bytes: number): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > bytes) throw tooLarge(bytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > bytes) throw tooLarge(bytes);
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  const body = parse(Buffer.concat(chunks));
  demandModestShape(body);
  return body;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError('bad-input', 'The body of the request is not JSON.', undefined, { cause: error });
  }
}

/** Level by level and never by recursion: depth is what it looks for. */
function demandModestShape(body: unknown): void {
  let level = [body];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > depthAtMost) throw new AppError('bad-input', 'The body of the request is nested too deeply.');
    if (values > valuesAtMost) throw new AppError('too-large', 'The body of the request has too many values.');
    level = level.flatMap(membersOf);
  }
}

function membersOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const members: unknown[] = Object.values(value);
  return members;
}

function tooLarge(bytes: number): AppError {
  return new AppError('too-large', `The request is larger than ${bytes / 1_000_000}\u202FMB.`);
}
