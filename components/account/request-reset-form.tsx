'use client';

import { useState } from 'react';

import { missing, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';

/** Asks for a link to a new password. The answer is the same whether or not there is such an account. */
export function RequestResetForm() {
  const [asked, setAsked] = useState<{ email: string; mail: boolean } | null>(null);
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => missing(data, { email: 'Give the mail address of your account.' }),
    send: async (data) => {
      const email = textOf(data, 'email');
      setAsked({ email, ...(await api.account.requestReset({ email })) });
    },
  });
  if (asked !== null) {
    return (
      <output className="font-serif text-t-3">
        {asked.mail ? (
          <>
            If there is an account for <strong>{asked.email}</strong>, a mail with a link is on its way. The link works
            once.
          </>
        ) : (
          'This server sends no mail. An owner or admin of your workspace can make a link for you, on the page Members.'
        )}
      </output>
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-6">
      <FormErrors errors={errors} />
      <TextField name="email" type="email" label="Mail address" autoComplete="username" error={errorOf('email')} />
      <Button type="submit" look="primary" pending={pending} className="self-start">
        Send the link
      </Button>
    </form>
  );
}
