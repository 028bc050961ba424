'use client';

import { NewAccountFields } from '#components/account/new-account-fields.tsx';
import { newAccountErrors } from '#components/account/new-account.ts';
import { secretOf, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { signInWithPassword } from '#components/sessions/sign-in.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
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
    validate: newAccountErrors,
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
      <NewAccountFields
        errorOf={errorOf}
        email={invited}
        emailHint={invited === null ? undefined : 'The invitation is for this address.'}
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
