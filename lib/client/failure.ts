import { isAppError, type ErrorCode } from '#lib/domain/errors.ts';

/** Why a call did not succeed, as far as a page can act on it. */
export type Failure =
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Codes that a later attempt may mend by itself. */
const PASSING: readonly ErrorCode[] = ['unavailable', 'internal', 'rate-limited', 'conflict'];

export function failureOf(error: unknown): Failure {
  if (!isAppError(error)) return { kind: 'no-answer' };
  if (error.code === 'unauthenticated') return { kind: 'signed-out' };
  return PASSING.includes(error.code) ? { kind: 'wait' } : { kind: 'refused', reason: error.message };
}
