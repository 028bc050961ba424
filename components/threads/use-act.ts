'use client';

import { useEditing } from '#components/forms/editing.ts';
import { isAppError } from '#lib/domain/errors.ts';

/** Does it, and says why where it could not be done. */
export function useAct(): (does: () => Promise<unknown>) => void {
  const { announce } = useEditing();
  return (does) => {
    does().catch((error: unknown) => announce(isAppError(error) ? error.message : 'The server does not answer.'));
  };
}
