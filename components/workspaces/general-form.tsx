'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { missing, textOf } from '#components/forms/form-values.ts';
import { useSubmit } from '#components/forms/use-submit.ts';
import { Button } from '#components/ui/button.tsx';
import { FormErrors } from '#components/ui/form-errors.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#lib/client/api.ts';

interface GeneralFormProps {
  readonly workspace: { readonly slug: string; readonly name: string; readonly timeZone: string };
  readonly canUpdate: true | string;
}

export function GeneralForm({ workspace, canUpdate }: GeneralFormProps) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const { errors, errorOf, pending, onSubmit } = useSubmit({
    validate: (data) => missing(data, { name: 'Name the workspace.', timeZone: 'Name a time zone.' }),
    send: async (data) => {
      await api.workspaces.update({
        workspace: workspace.slug,
        name: textOf(data, 'name'),
        timeZone: textOf(data, 'timeZone'),
      });
      setSaved(true);
      router.refresh();
    },
  });
  const readOnly = canUpdate !== true;
  return (
    <form onSubmit={onSubmit} onChange={() => setSaved(false)} noValidate className="flex max-w-form flex-col gap-6">
      <FormErrors errors={errors} />
      <TextField
        name="name"
        label="Name"
        hint="The address of the workspace stays as it is."
        defaultValue={workspace.name}
        readOnly={readOnly}
        error={errorOf('name')}
      />
      <TextField
        name="timeZone"
        label="Time zone"
        hint="Due dates end at midnight here. As in Europe/Berlin or America/New_York."
        defaultValue={workspace.timeZone}
        list="time-zones"
        readOnly={readOnly}
        spellCheck={false}
        error={errorOf('timeZone')}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      <div className="flex items-center gap-4">
        <Button
          type="submit"
          look="primary"
          pending={pending}
          disabledReason={canUpdate === true ? undefined : canUpdate}
        >
          Save
        </Button>
        <output className="text-ink-2">{saved ? 'Saved' : ''}</output>
      </div>
    </form>
  );
}
