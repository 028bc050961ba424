import { TextField } from '#components/ui/text-field.tsx';

import { NewPasswordField } from './new-password-field.tsx';

interface NewAccountFieldsProps {
  readonly errorOf: (field: string) => string | undefined;
  readonly emailHint?: string | undefined;
  /** An address that is settled already. */
  readonly email?: string | null;
}

/** What an account is made of: `name`, `email`, `password`. */
export function NewAccountFields({ errorOf, emailHint, email = null }: NewAccountFieldsProps) {
  return (
    <>
      <TextField name="name" label="Your name" autoComplete="name" error={errorOf('name')} />
      <TextField
        name="email"
        type="email"
        label="Mail address"
        hint={emailHint}
        autoComplete="username"
        defaultValue={email ?? ''}
        readOnly={email !== null}
        error={errorOf('email')}
      />
      <NewPasswordField name="password" error={errorOf('password')} />
    </>
  );
}
