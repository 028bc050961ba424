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
