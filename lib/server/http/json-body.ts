import type { IncomingMessage } from 'node:http';
import { AppError } from '#lib/domain/errors.ts';

/** The largest request: a worksheet file of the largest size as a JSON string, with room for escapes. */
const bodyBytes = 12_000_000;

/**
 * Reads a JSON body, and stops reading as soon as it is too large, whatever length the sender promised.
 * @returns `undefined` for an empty body
 * @throws AppError too-large, bad-input
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (Number(request.headers['content-length'] ?? 0) > bodyBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > bodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (error) {
    throw new AppError('bad-input', 'The body of the request is not JSON.', undefined, { cause: error });
  }
}

function tooLarge(): AppError {
  return new AppError('too-large', `The request is larger than ${bodyBytes / 1_000_000}\u202FMB.`);
}
