import { secretOf } from '#components/forms/form-values.ts';
import type { FormErrorEntry } from '#components/ui/form-errors.tsx';

/** What the form says; the server decides, by the same number. */
const LEAST = 10;

export const NEW_PASSWORD_HINT = 'At least ten characters; a sentence is good.';

/** What is wrong with a password that someone chooses, if anything. */
export function newPasswordErrors(data: FormData, field: string): FormErrorEntry[] {
  return secretOf(data, field).length >= LEAST
    ? []
    : [{ field, message: 'Choose a password of at least ten characters.' }];
}
