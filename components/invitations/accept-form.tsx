'use client';

import { NEW_PASSWORD_HINT, newPasswordErrors } from '#components/account/new-password.ts';
import { missing, secretOf, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { signInWithPassword } from '#components/sessions/sign-in.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { api } from '#lib/client/api.ts';
import { paths } from '#lib/paths.ts';

import { joinedPath } from './joined-path.ts';

interface AcceptFormProps {
  readonly token: string;
  /** Whom the invitation is meant for, where the inviter said so. */
  readonly email: string | null;
}

/** For someone who has no account yet: the answers that make one, and the way in. */
export function AcceptForm({ token, email: invited }: AcceptFormProps) {
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => [
      ...missing(data, {
        name: 'Say your name, as others will read it.',
        email: 'Give a mail address: it is what you sign in with.',
      }),
      ...newPasswordErrors(data, 'password'),
    ],
    send: async (data) => {
      const email = textOf(data, 'email');
      const password = secretOf(data, 'password');
      const joined = await api.invitations.accept({ token, account: { name: textOf(data, 'name'), email, password } });
      const next = joinedPath(joined);
      await signInWithPassword(email, password, next);
      location.assign(next);
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-6">
      <FormErrors errors={errors} />
      <TextField name="name" label="Your name" autoComplete="name" error={errorOf('name')} />
      <TextField
        name="email"
        type="email"
        label="Mail address"
        autoComplete="username"
        defaultValue={invited ?? ''}
        readOnly={invited !== null}
        hint={invited === null ? undefined : 'The invitation is for this address.'}
        error={errorOf('email')}
      />
      <PasswordField
        name="password"
        label="Password"
        hint={NEW_PASSWORD_HINT}
        autoComplete="new-password"
        error={errorOf('password')}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="primary" pending={pending}>
          Join
        </Button>
        <AppLink href={paths.signIn({ next: paths.invitation({ token }) })} className="link">
          I have an account
        </AppLink>
      </div>
    </form>
  );
}
