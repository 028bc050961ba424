'use client';

import { useRouter } from 'next/navigation';
import { useAction } from '#components/forms/use-action.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Select } from '#components/ui/select-field.tsx';
import { api } from '#lib/client/api.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

interface NamedPeopleProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly named: readonly Person[];
  /** Of the workspace, to choose from. */
  readonly members: readonly Person[];
  readonly lockedBecause: string | undefined;
}

/** The people named on a project. */
export function NamedPeople({ at, named, members, lockedBecause }: NamedPeopleProps) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  const rest = members.filter((member) => !named.some(({ id }) => id === member.id));
  const keep = (name: string, ids: readonly string[]) =>
    run(name, async () => {
      await api.projects.setMembers({ ...at, members: [...ids] });
      router.refresh();
    });
  const ids = named.map(({ id }) => id);
  return (
    <div className="flex flex-col gap-4">
      {failure === null ? null : (
        <Banner tone="error" live>
          {failure}
        </Banner>
      )}
      <DataTable
        caption="People named on this project"
        rows={named}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-2">Nobody is named yet.</p>}
        columns={[
          { key: 'name', header: 'Name', render: ({ name }) => name },
          { key: 'email', header: 'Mail', render: ({ email }) => email },
          { key: 'role', header: 'Role', render: ({ role }) => role },
          {
            key: 'remove',
            header: <span className="sr-only">Action</span>,
            align: 'end',
            narrow: 'aside',
            render: ({ id, name }) => (
              <Button
                look="quiet"
                size="compact"
                pending={running === id}
                disabledReason={lockedBecause}
                onClick={() =>
                  keep(
                    id,
                    ids.filter((other) => other !== id),
                  )
                }
              >
                Remove<span className="sr-only"> {name}</span>
              </Button>
            ),
          },
        ]}
      />
      <div className="max-w-form">
        <Select
          aria-label="Name somebody"
          value=""
          disabled={lockedBecause !== undefined || rest.length === 0}
          choices={[
            { value: '', label: rest.length === 0 ? 'Everyone is named' : 'Name somebody…' },
            ...rest.map(({ id, name, role }) => ({ value: id, label: `${name} (${role})` })),
          ]}
          onChange={(event) => keep('add', [...ids, event.target.value])}
        />
      </div>
    </div>
  );
}
