'use client';

import { useRef } from 'react';

import { missing, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';

export interface MadeToken {
  readonly id: string;
  readonly token: string;
}

const SCOPES = [
  { value: 'read', label: 'Read' },
  { value: 'write', label: 'Read and write' },
];

const DAYS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'One year' },
];

export function TokenForm({ onMade }: { onMade: (made: MadeToken) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => missing(data, { tokenName: 'Name the token after what will use it.' }),
    fields: { name: 'tokenName' },
    send: async (data) => {
      const made = await api.tokens.create({
        name: textOf(data, 'tokenName'),
        scope: textOf(data, 'scope') === 'write' ? 'write' : 'read',
        days: Number(textOf(data, 'days')),
      });
      form.current?.reset();
      onMade(made);
    },
  });
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <FormErrors errors={errors} />
      <div className="grid items-end gap-4 sm:grid-cols-[minmax(12rem,1fr)_10rem_8rem_auto]">
        <TextField name="tokenName" label="Name of a new token" error={errorOf('tokenName')} />
        <SelectField name="scope" label="It may" choices={SCOPES} />
        <SelectField name="days" label="For" choices={DAYS} defaultValue="90" />
        <Button type="submit" pending={pending}>
          Create token
        </Button>
      </div>
    </form>
  );
}
