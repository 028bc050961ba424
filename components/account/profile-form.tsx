'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { missing, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { CheckboxField } from '#components/ui/checkbox-field.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';

export interface Profile {
  readonly name: string;
  readonly email: string;
  /** Single letters act when no text box has the focus. */
  readonly shortcuts: boolean;
  /** Mails about mentions, replies and questions are wanted. */
  readonly mailNotices: boolean;
}

export function ProfileForm({ profile }: { profile: Profile }) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => missing(data, { name: 'Say your name, as others will read it.' }),
    send: async (data) => {
      await api.account.update({
        name: textOf(data, 'name'),
        shortcuts: data.has('shortcuts'),
        mailNotices: data.has('mailNotices'),
      });
      setSaved(true);
      router.refresh();
    },
  });
  return (
    <form onSubmit={onSubmit} onChange={() => setSaved(false)} noValidate className="flex max-w-form flex-col gap-6">
      <FormErrors errors={errors} />
      <TextField name="name" label="Name" autoComplete="name" defaultValue={profile.name} error={errorOf('name')} />
      <TextField
        name="email"
        label="Mail address"
        hint="What you sign in with. It stays as it is, since invitations and records name it."
        defaultValue={profile.email}
        readOnly
      />
      <CheckboxField
        name="shortcuts"
        label="Single letters are shortcuts"
        hint="Outside text boxes: J and K for the next and previous field, E to write or read, G for a section, C to comment. Chords with Ctrl or Cmd always work."
        defaultChecked={profile.shortcuts}
      />
      <CheckboxField
        name="mailNotices"
        label="Mails about mentions, replies and questions"
        hint="One a thread for what is said in quick succession, where this installation has a mail server. The inbox has them all the same."
        defaultChecked={profile.mailNotices}
      />
      <div className="flex items-center gap-4">
        <Button type="submit" look="primary" pending={pending}>
          Save
        </Button>
        <output className="text-ink-2">{saved ? 'Saved' : ''}</output>
      </div>
    </form>
  );
}
