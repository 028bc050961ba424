import type { FormErrorEntry } from '#components/ui/form-errors.tsx';
import { isAppError } from '#lib/domain/errors.ts';

/**
 * What a failed call says to the person at a form: the server's sentence, at the field that it names.
 * A path leads through the request (`account.email`); the last part of it is the field.
 */
export function submitErrorOf(error: unknown, fields: Readonly<Record<string, string>> = {}): FormErrorEntry {
  // The client turns every refusal into an AppError, so that a form needs to know of no other kind, nor ship one.
  if (!isAppError(error)) {
    return { message: 'Not sent: the server does not answer. What you typed is kept here; try again in a moment.' };
  }
  if (error.code === 'unauthenticated') {
    return { message: 'You were signed out. Sign in again in another tab, then press the button once more.' };
  }
  const name = error.details?.path?.split('.').at(-1) ?? '';
  return name === '' ? { message: error.message } : { field: fields[name] ?? name, message: error.message };
}
