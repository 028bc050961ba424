'use client';

import { useRef, useState } from 'react';

import { missing, secretOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { api } from '#lib/client/api.ts';

import { newPasswordErrors } from './new-account.ts';
import { NewPasswordField } from './new-password-field.tsx';

export function PasswordForm() {
  const form = useRef<HTMLFormElement>(null);
  const [saved, setSaved] = useState(false);
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => [
      ...missing(data, { current: 'Give the password that you use now.' }),
      ...newPasswordErrors(data, 'next'),
    ],
    send: async (data) => {
      await api.account.changePassword({ current: secretOf(data, 'current'), next: secretOf(data, 'next') });
      setSaved(true);
      form.current?.reset();
    },
  });
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      onChange={() => setSaved(false)}
      noValidate
      className="flex max-w-form flex-col gap-6"
    >
      <FormErrors errors={errors} />
      <PasswordField
        name="current"
        label="Present password"
        autoComplete="current-password"
        error={errorOf('current')}
      />
      <NewPasswordField name="next" label="New password" error={errorOf('next')} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" pending={pending}>
          Change the password
        </Button>
        <output className="text-ink-2">{saved ? 'Changed. Your other browsers have to sign in again.' : ''}</output>
      </div>
    </form>
  );
}
