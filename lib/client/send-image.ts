import { base64Of } from './base64-of.ts';
import { AppError, errorCodes } from '#lib/domain/errors.ts';
import { isJsonObject } from '#lib/domain/json.ts';
import { paths } from '#lib/paths.ts';
import type { ProjectAddress } from './kept-ops.ts';

/** How an upload is followed and given up. */
export interface Sending {
  readonly signal: AbortSignal;
  /** How much is on its way, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * Sends an image to the project and answers with its name. By XMLHttpRequest, since `fetch` does not tell how much of a
 * request has gone.
 * @throws AppError for what the server refuses, TypeError without an answer, the signal's reason when it was given up
 */
export async function sendImage(at: ProjectAddress, image: Blob, { signal, onProgress }: Sending): Promise<string> {
  const data = await base64Of(image);
  signal.throwIfAborted();
  const { status, answer } = await post(paths.images(at), JSON.stringify({ data }), { signal, onProgress });
  const told = isJsonObject(answer) ? answer : {};
  if (status === 200 && typeof told['name'] === 'string') return told['name'];
  const code = errorCodes.find((known) => known === told['code']) ?? 'internal';
  const { message } = told;
  throw new AppError(code, typeof message === 'string' ? message : 'The server did not take the image.');
}

function post(
  url: string,
  body: string,
  { signal, onProgress }: Sending,
): Promise<{ status: number; answer: unknown }> {
  const request = new XMLHttpRequest();
  const answered = Promise.withResolvers<{ status: number; answer: unknown }>();
  const giveUp = () => request.abort();
  request.open('POST', url);
  request.setRequestHeader('content-type', 'application/json');
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
  request.addEventListener('load', () => answered.resolve({ status: request.status, answer: request.response }));
  request.addEventListener('error', () => answered.reject(new TypeError('The server does not answer.')));
  request.addEventListener('abort', () => answered.reject(signal.reason));
  signal.addEventListener('abort', giveUp, { once: true });
  request.send(body);
  return answered.promise.finally(() => signal.removeEventListener('abort', giveUp));
}
