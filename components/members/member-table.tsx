'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { useAction } from '#components/forms/use-action.ts';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Failure } from '#components/ui/failure.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { ShownOnce } from '#components/ui/shown-once.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { api } from '#lib/client/api.ts';
import { memberRoles, type MemberRole } from '#lib/domain/access/roles.ts';
import { type DateStyle, type Instant, shownDate } from '#lib/format/dates.ts';
import { ChevronDown, Ellipsis } from 'lucide-react';

import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import { ROLE_NAMES, type RoleAbilities } from './role-words.ts';

export interface ShownMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly joinedAt: Instant;
  readonly lastSeen: Instant | null;
  readonly can: { readonly remove: true | string; readonly roles: RoleAbilities };
}

interface MemberTableProps {
  readonly workspace: string;
  readonly members: readonly ShownMember[];
  /** Who is looking, marked "you". */
  readonly me: string;
  readonly canManage: true | string;
  readonly style: DateStyle;
}

export function MemberTable({ workspace, members, me, canManage, style }: MemberTableProps) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  const [leaving, setLeaving] = useState<ShownMember | null>(null);
  const [resetLink, setResetLink] = useState<{ name: string; url: string } | null>(null);

  const columns: readonly Column<ShownMember>[] = [
    {
      key: 'name',
      header: 'Name',
      render: ({ id, name }) => (
        <>
          <bdi>{name}</bdi>
          {id === me ? <span className="font-normal text-ink-2"> · you</span> : null}
        </>
      ),
    },
    { key: 'email', header: 'Mail address', render: ({ email }) => <span className="break-all">{email}</span> },
    {
      key: 'joined',
      header: 'Joined',
      narrow: 'hidden',
      render: ({ joinedAt }) => <span className="whitespace-nowrap">{shownDate(joinedAt, style)}</span>,
    },
    {
      key: 'seen',
      header: 'Last seen',
      narrow: 'hidden',
      render: ({ lastSeen }) => (
        <span className="whitespace-nowrap">{lastSeen === null ? 'never' : shownDate(lastSeen, style)}</span>
      ),
    },
    {
      key: 'role',
      header: 'Role',
      narrow: 'aside',
      render: (member) => (
        <RoleMenu
          member={member}
          pending={running === member.id}
          canManage={canManage}
          onChoose={(role) =>
            run(member.id, async () => {
              await api.members.changeRole({ workspace, member: member.id, role });
              router.refresh();
            })
          }
        />
      ),
    },
    {
      key: 'more',
      header: <span className="sr-only">More</span>,
      align: 'end',
      narrow: 'aside',
      render: (member) => (
        <Menu
          align="end"
          size="compact"
          label={`More for ${member.name}`}
          trigger={<Icon of={Ellipsis} />}
          items={[
            {
              label: 'Make a password link',
              disabledReason: canManage === true ? undefined : canManage,
              onSelect: () =>
                run(member.id, async () => {
                  const { url } = await api.members.resetLink({ workspace, member: member.id });
                  setResetLink({ name: member.name, url });
                }),
            },
            {
              label: 'Remove…',
              danger: true,
              disabledReason: member.can.remove === true ? undefined : member.can.remove,
              onSelect: () => setLeaving(member),
            },
          ]}
        />
      ),
    },
  ];

  return (
    <div className="flex flex-col gap-4">
      <Failure reason={failure} />
      {resetLink ? (
        <ShownOnce
          key={resetLink.url}
          secret={resetLink.url}
          copyLabel="Copy link"
          doneLabel="Done"
          onDone={() => setResetLink(null)}
        >
          {`Hand this link to ${resetLink.name}. It sets a new password, works once, and is shown this once.`}
        </ShownOnce>
      ) : null}
      <DataTable caption="Members" columns={columns} rows={members} rowKey={({ id }) => id} empty={null} />
      <RemoveMemberDialog workspace={workspace} member={leaving} onClose={() => setLeaving(null)} />
    </div>
  );
}

interface RoleMenuProps {
  readonly member: ShownMember;
  readonly pending: boolean;
  readonly canManage: true | string;
  readonly onChoose: (role: MemberRole) => void;
}

/** The role as a word for those who may only look, and as a menu, each refusal with its reason, for those who manage. */
function RoleMenu({ member, pending, canManage, onChoose }: RoleMenuProps) {
  if (canManage !== true) return <>{ROLE_NAMES[member.role]}</>;
  return (
    <Menu
      size="compact"
      label={`Role of ${member.name}: ${ROLE_NAMES[member.role]}`}
      className={pending ? '-ml-2 text-ink-3!' : '-ml-2 text-ink!'}
      trigger={
        <>
          {ROLE_NAMES[member.role]}
          <Icon of={ChevronDown} />
        </>
      }
      items={memberRoles.map((role) => {
        const ability = member.can.roles[role];
        return {
          label: ROLE_NAMES[role],
          text: ROLE_NAMES[role],
          current: role === member.role,
          disabledReason: role === member.role || ability === true ? undefined : ability,
          onSelect: () => {
            if (role !== member.role) onChoose(role);
          },
        };
      })}
    />
  );
}
