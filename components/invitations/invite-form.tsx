'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { ROLE_NAMES, ROLE_SENTENCES, asRole } from '#components/members/role-words.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { ShownOnce } from '#components/ui/shown-once.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';
import { type Role, roles } from '#lib/domain/access/roles.ts';

interface InviteFormProps {
  readonly workspace: string;
  /** Guests are invited to one of these. */
  readonly projects: readonly { readonly slug: string; readonly title: string }[];
  /** Only owners make owners. */
  readonly canMakeOwners: boolean;
}

export function InviteForm({ workspace, projects, canMakeOwners }: InviteFormProps) {
  const router = useRouter();
  /** A new number makes an empty form. */
  const [round, setRound] = useState(0);
  const [role, setRole] = useState<Role>('editor');
  const [made, setMade] = useState<{ url: string; sentence: string } | null>(null);
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    send: async (data) => {
      const email = textOf(data, 'email');
      const { url, mailed } = await api.invitations.create({
        workspace,
        role,
        ...(email === '' ? {} : { email }),
        ...(role === 'guest' ? { project: textOf(data, 'project') } : {}),
      });
      const sent = mailed ? `A mail with the link went to ${email}; you can pass it on as well.` : 'Pass this link on.';
      setMade({ url, sentence: `${sent} It lets one person in as ${asRole(role)}, once, within seven days.` });
      setRound(round + 1);
      router.refresh();
    },
  });
  const choices = roles
    .filter((name) => (name !== 'owner' || canMakeOwners) && (name !== 'guest' || projects.length > 0))
    .map((name) => ({ value: name, label: ROLE_NAMES[name] }));
  return (
    <form key={round} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <FormErrors errors={errors} />
      {made ? (
        <ShownOnce key={made.url} secret={made.url} copyLabel="Copy link" doneLabel="Done" onDone={() => setMade(null)}>
          {made.sentence}
        </ShownOnce>
      ) : null}
      <div className="grid items-end gap-4 sm:grid-cols-[minmax(12rem,1fr)_10rem_auto]">
        <TextField name="email" type="email" label="Mail address" optional error={errorOf('email')} />
        <SelectField
          name="role"
          label="Role"
          choices={choices}
          value={role}
          onChange={(event) => setRole(roles.find((name) => name === event.currentTarget.value) ?? 'editor')}
        />
        <Button type="submit" look="primary" pending={pending}>
          Make an invitation
        </Button>
        {role === 'guest' ? (
          <div className="sm:col-span-3">
            <SelectField
              name="project"
              label="Project"
              choices={projects.map(({ slug, title }) => ({ value: slug, label: title }))}
              error={errorOf('project')}
            />
          </div>
        ) : null}
      </div>
      <p className="text-t-1 text-ink-2">{ROLE_SENTENCES[role]}</p>
    </form>
  );
}
