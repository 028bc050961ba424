import { ORPCError } from '@orpc/client';

import type { FormErrorEntry } from '#components/ui/form-errors.tsx';
import { isAppError } from '#lib/domain/errors.ts';

/**
 * What a failed call says to the person at a form: the server's sentence, at the field that it names.
 * A path leads through the request (`account.email`); the last part of it is the field.
 */
export function submitErrorOf(error: unknown, fields: Readonly<Record<string, string>> = {}): FormErrorEntry {
  if (isAppError(error)) return entry(error.message, error.details?.path, fields);
  if (!(error instanceof ORPCError)) {
    return { message: 'Not sent: the server does not answer. What you typed is kept here; try again in a moment.' };
  }
  if (error.status === 401) {
    return { message: 'You were signed out. Sign in again in another tab, then press the button once more.' };
  }
  return entry(error.message, pathIn(error.data), fields);
}

/** By hand, since the schema library would be the heaviest part of every page with a form. */
function pathIn(data: unknown): string | undefined {
  const path: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'path') : undefined;
  return typeof path === 'string' ? path : undefined;
}

function entry(message: string, path: string | undefined, fields: Readonly<Record<string, string>>): FormErrorEntry {
  const name = path?.split('.').at(-1) ?? '';
  return name === '' ? { message } : { field: fields[name] ?? name, message };
}
