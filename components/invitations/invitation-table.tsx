'use client';

import { useRouter } from 'next/navigation';

import { useAction } from '#components/forms/use-action.ts';
import { ROLE_NAMES } from '#components/members/role-words.ts';
import { Button } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Failure } from '#components/ui/failure.tsx';
import { api } from '#lib/client/api.ts';
import type { Role } from '#lib/domain/access/roles.ts';
import { type DateStyle, type Instant, shownDate } from '#lib/format/dates.ts';

export interface ShownInvitation {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly project: { readonly title: string } | null;
  readonly invitedBy: { readonly name: string } | null;
  readonly expiresAt: Instant;
}

interface InvitationTableProps {
  readonly workspace: string;
  readonly invitations: readonly ShownInvitation[];
  readonly style: DateStyle;
}

/** The invitations that nobody has used yet. */
export function InvitationTable({ workspace, invitations, style }: InvitationTableProps) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  const columns: readonly Column<ShownInvitation>[] = [
    { key: 'for', header: 'For', render: ({ email }) => email ?? 'Whoever has the link' },
    {
      key: 'role',
      header: 'As',
      render: ({ role, project }) => (project ? `${ROLE_NAMES[role]} in ${project.title}` : ROLE_NAMES[role]),
    },
    { key: 'by', header: 'By', narrow: 'hidden', render: ({ invitedBy }) => invitedBy?.name ?? 'Former member' },
    {
      key: 'until',
      header: 'Until',
      narrowLabel: true,
      render: ({ expiresAt }) => shownDate(expiresAt, style),
    },
    {
      key: 'revoke',
      header: <span className="sr-only">Action</span>,
      align: 'end',
      narrow: 'aside',
      render: ({ id, email }) => (
        <Button
          size="compact"
          look="quiet"
          aria-label={`Revoke the invitation for ${email ?? 'whoever has the link'}`}
          pending={running === id}
          onClick={() =>
            run(id, async () => {
              await api.invitations.revoke({ workspace, id });
              router.refresh();
            })
          }
        >
          Revoke
        </Button>
      ),
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      <Failure reason={failure} />
      <DataTable
        caption="Open invitations"
        columns={columns}
        rows={invitations}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-2">No invitation is open.</p>}
      />
    </div>
  );
}
