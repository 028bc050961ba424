'use client';

import { secretOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { api } from '#lib/client/api.ts';
import { paths } from '#lib/paths.ts';

import { newPasswordErrors } from './new-account.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** A new password for whoever holds the link; afterwards every browser has to sign in again. */
export function ResetForm({ token }: { token: string }) {
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => newPasswordErrors(data, 'password'),
    send: async (data) => {
      await api.account.resetPassword({ token, password: secretOf(data, 'password') });
      location.assign(paths.signIn({ reset: 'done' }));
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-6">
      <FormErrors errors={errors} />
      <NewPasswordField name="password" label="New password" error={errorOf('password')} />
      <Button type="submit" look="primary" pending={pending} className="self-start">
        Set the password
      </Button>
    </form>
  );
}
