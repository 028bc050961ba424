'use client';

import { NewAccountFields } from '#components/account/new-account-fields.tsx';
import { newAccountErrors } from '#components/account/new-account.ts';
import { missing, secretOf, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { signInWithPassword } from '#components/sessions/sign-in.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';
import { paths } from '#lib/paths.ts';

const CODE = { code: 'Copy the code from the terminal.' };
const WORKSPACE = { workspace: 'Name the workspace, after the team or the company.' };

/** The first account and the first workspace, in four answers. */
export function SetupForm({ codeNeeded }: { codeNeeded: boolean }) {
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => [
      ...missing(data, codeNeeded ? CODE : {}),
      ...newAccountErrors(data),
      ...missing(data, WORKSPACE),
    ],
    send: async (data) => {
      const email = textOf(data, 'email');
      const password = secretOf(data, 'password');
      const { workspace } = await api.setup.create({
        name: textOf(data, 'name'),
        email,
        password,
        workspace: textOf(data, 'workspace'),
        ...(codeNeeded ? { code: textOf(data, 'code') } : {}),
      });
      await signInWithPassword(email, password, paths.home());
      location.assign(paths.newProject({ workspace }));
    },
  });
  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-6">
      <FormErrors errors={errors} />
      {codeNeeded ? (
        <TextField
          name="code"
          label="Set-up code"
          hint="This server can be reached from other machines, so it printed a code where it was started."
          error={errorOf('code')}
          spellCheck={false}
        />
      ) : null}
      <NewAccountFields
        errorOf={errorOf}
        emailHint="Nothing is sent. Where no mail server is set up, invitations and resets are links that you pass on."
      />
      <TextField
        name="workspace"
        label="Name of the workspace"
        autoComplete="organization"
        error={errorOf('workspace')}
      />
      <Button type="submit" look="primary" pending={pending} className="self-start">
        Create the workspace
      </Button>
    </form>
  );
}
