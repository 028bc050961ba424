import { missing, secretOf } from '#components/forms/form-values.ts';
import type { FormErrorEntry } from '#components/ui/form-errors.tsx';
import { limits } from '#lib/domain/limits.ts';

/** What is wrong with a password that someone chooses, if anything. */
export function newPasswordErrors(data: FormData, field: string): FormErrorEntry[] {
  return secretOf(data, field).length >= limits.passwordLeast
    ? []
    : [{ field, message: `Choose a password of at least ${limits.passwordLeast} characters.` }];
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
