import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { RouterClient } from '@orpc/server';
import { AppError, errorCodes, type ErrorCode } from '#lib/domain/errors.ts';
import type { Registry } from '#lib/server/procedures/registry.ts';

/**
 * Everything the product can do, typed, over the front door. What the server refuses is thrown as the AppError that it
 * was there; a call that got no answer throws what `fetch` threw.
 */
export const api: RouterClient<Registry> = createORPCClient(
  new RPCLink({
    url: () => new URL('/api/rpc', location.origin),
    fetch: async (request, init) => {
      const answer = await fetch(request, init);
      const stranger = errorOfStranger(answer);
      if (stranger !== null) throw stranger;
      return answer;
    },
    interceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (error) {
          throw error instanceof ORPCError ? asAppError(error) : error;
        }
      },
    ],
  }),
);

/**
 * Our server says what is wrong as JSON. A page instead comes from something on the way to it: a proxy with limits of
 * its own or nothing behind it, a network that first wants a sign-in. What it says about rights is not ours to believe.
 */
function errorOfStranger({ status, headers }: Response): AppError | null {
  const type = headers.get('content-type') ?? '';
  const ours = status >= 200 && status < 300 ? !type.startsWith('text/html') : type.startsWith('application/json');
  if (ours) return null;
  if (status === 413)
    return new AppError('too-large', 'Something on the way to the server lets no more than this pass.');
  if (status === 429) return new AppError('rate-limited', 'Something on the way to the server wants a pause.');
  return new AppError('unavailable', 'Something on the way to the server answers in its place.');
}

interface Refusal {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly data: unknown;
}

/** Whoever presses a button was signed in when the page came. */
const SIGNED_OUT = 'You were signed out. Sign in again in another tab, then press the button once more.';

function asAppError(error: Refusal): AppError {
  const code = knownCode(error.code.toLowerCase().replaceAll('_', '-')) ?? codeOfStatus(error.status);
  return new AppError(code, code === 'unauthenticated' ? SIGNED_OUT : error.message, detailsOf(error.data));
}

function knownCode(code: string): ErrorCode | undefined {
  return errorCodes.find((known) => known === code);
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 413) return 'too-large';
  if (status === 429) return 'rate-limited';
  if (status === 503) return 'unavailable';
  return status < 500 ? 'bad-input' : 'internal';
}

function detailsOf(data: unknown): { readonly [key: string]: unknown } | undefined {
  return typeof data === 'object' && data !== null ? { ...data } : undefined;
}
