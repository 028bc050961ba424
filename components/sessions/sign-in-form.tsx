'use client';

import { useState } from 'react';

import { missing, secretOf, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { AppError } from '#lib/domain/errors.ts';
import { paths } from '#lib/paths.ts';

import { signInSentence } from './sign-in-errors.ts';
import { signInWithPassword } from './sign-in.ts';

interface SignInFormProps {
  /** Where to go afterwards: an address of this product. */
  readonly next: string;
  readonly email?: string;
}

export function SignInForm({ next, email = '' }: SignInFormProps) {
  const [done, setDone] = useState(false);
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => missing(data, { email: 'Give your mail address.', password: 'Give your password.' }),
    send: async (data) => {
      const outcome = await signInWithPassword(textOf(data, 'email'), secretOf(data, 'password'), next);
      if (!outcome.signedIn) throw new AppError('bad-input', signInSentence(outcome.error));
      setDone(true);
      location.assign(next);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-6">
      <FormErrors errors={errors} />
      <TextField
        name="email"
        type="email"
        label="Mail address"
        autoComplete="username"
        defaultValue={email}
        error={errorOf('email')}
      />
      <PasswordField name="password" label="Password" autoComplete="current-password" error={errorOf('password')} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" pending={pending || done}>
          Sign in
        </Button>
        <AppLink href={paths.requestReset()} className="link">
          Forgot the password
        </AppLink>
      </div>
    </form>
  );
}
