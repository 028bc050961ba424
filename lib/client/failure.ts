import { isAppError, type ErrorCode } from '#lib/domain/errors.ts';

/** Why a call did not succeed, as far as a page can act on it. */
export type Failure =
  | { readonly kind: 'no-answer' }
  /** Or somebody else is in who may not do this in the name of the first. */
  | { readonly kind: 'signed-out'; readonly somebodyElse: boolean }
  /** A later attempt may succeed by itself. */
  | { readonly kind: 'wait'; readonly why: 'failing' | 'busy' }
  /** By the place, which takes in nothing from this person for now, or for what was sent. */
  | { readonly kind: 'refused'; readonly by: 'place' | 'content'; readonly reason: string };

export function failureOf(error: unknown): Failure {
  // What is no error of ours says nothing of an answer, not even that there was one.
  if (!isAppError(error)) return { kind: 'no-answer' };
  const { code, message: reason, details } = error;
  if (code === 'unauthenticated') return { kind: 'signed-out', somebodyElse: details?.['somebodyElse'] === true };
  const kind = KINDS[code];
  return kind === 'failing' || kind === 'busy' ? { kind: 'wait', why: kind } : { kind: 'refused', by: kind, reason };
}

const KINDS = {
  unavailable: 'failing',
  internal: 'failing',
  'rate-limited': 'busy',
  conflict: 'busy',
  forbidden: 'place',
  'not-found': 'place',
  gone: 'place',
  'bad-input': 'content',
  'too-large': 'content',
} as const satisfies Record<Exclude<ErrorCode, 'unauthenticated'>, string>;
