import { notFound, redirect } from 'next/navigation';

import { type ErrorCode, isAppError } from '#lib/domain/errors.ts';
import { paths } from '#lib/paths.ts';

/**
 * What a page does with a call that fails: who is not signed in goes to sign in and comes back `here`; what does not
 * exist, or must look as if it did not, is not found. All else is the error page's.
 */
export async function forPage<Data>(call: Promise<Data>, here: string): Promise<Data> {
  try {
    return await call;
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === 'unauthenticated') redirect(paths.signIn({ next: here }));
    if (error.code === 'not-found') notFound();
    throw error;
  }
}

/** The answer of a call, or null when it fails in one of the ways that the page has words for. */
export async function orNull<Data>(call: Promise<Data>, ...codes: readonly ErrorCode[]): Promise<Data | null> {
  try {
    return await call;
  } catch (error) {
    if (isAppError(error) && codes.includes(error.code)) return null;
    throw error;
  }
}
