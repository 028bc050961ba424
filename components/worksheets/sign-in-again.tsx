'use client';

import { secretOf, missing } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { signInSentence } from '#components/sessions/sign-in-errors.ts';
import { signInWithPassword } from '#components/sessions/sign-in.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { PasswordField } from '#components/ui/password-field.tsx';
import { AppError } from '#lib/domain/errors.ts';
import { paths } from '#lib/paths.ts';
import { useWorksheet } from './worksheet-context.ts';

interface SignInAgainProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSignedIn: () => void;
}

/** Signing in without leaving the page, as the same person: kept edits are theirs. */
export function SignInAgain({ open, onClose, onSignedIn }: SignInAgainProps) {
  const { facts } = useWorksheet();
  const { email, name } = facts.user;
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => missing(data, { password: 'Give your password.' }),
    send: async (data) => {
      const outcome = await signInWithPassword(email, secretOf(data, 'password'), location.pathname);
      if (!outcome.signedIn) throw new AppError('bad-input', signInSentence(outcome.error), { path: 'password' });
      onSignedIn();
    },
  });
  return (
    <Dialog open={open} title="Sign in again" onClose={onClose}>
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <p>
          As {name} ({email}). Your unsent changes are kept and go out as soon as you are in.
        </p>
        <FormErrors errors={errors} />
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <PasswordField name="password" label="Password" autoComplete="current-password" error={errorOf('password')} />
        <p className="text-t-1 text-ink-2">
          You come in by another way?{' '}
          <a href={paths.signIn()} target="_blank" rel="noopener" className="link">
            Sign in in another tab
          </a>{' '}
          and come back here.
        </p>
        <Button type="submit" look="primary" pending={pending} className="self-start">
          Sign in
        </Button>
      </form>
    </Dialog>
  );
}
