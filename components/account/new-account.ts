import { missing, secretOf } from '#components/forms/form-values.ts';
import type { FormErrorEntry } from '#components/ui/form-errors.tsx';

/** What the field's hint says; the server decides, by the same number. */
const LEAST = 10;

/** What is wrong with a password that someone chooses, if anything. */
export function newPasswordErrors(data: FormData, field: string): FormErrorEntry[] {
  return secretOf(data, field).length >= LEAST
    ? []
    : [{ field, message: 'Choose a password of at least ten characters.' }];
}

/** What is wrong with the answers that make an account. */
export function newAccountErrors(data: FormData): FormErrorEntry[] {
  return [
    ...missing(data, {
      name: 'Say your name, as others will read it.',
      email: 'Give a mail address: it is what you sign in with.',
    }),
    ...newPasswordErrors(data, 'password'),
  ];
}
