'use client';

import { useRouter } from 'next/navigation';

import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { Failure } from '#components/ui/failure.tsx';
import { api } from '#lib/client/api.ts';
import { type DateStyle, type Instant, shownDateTime } from '#lib/format/dates.ts';

import { browserName } from './browser-name.ts';
import { signOut } from './sign-out.ts';

export interface ShownSession {
  readonly id: string;
  readonly createdAt: Instant;
  readonly lastSeen: Instant;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly present: boolean;
}

interface SessionTableProps {
  readonly sessions: readonly ShownSession[];
  readonly style: DateStyle;
}

/** Where one is signed in; each can be ended from here, at once. */
export function SessionTable({ sessions, style }: SessionTableProps) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  const others = sessions.filter(({ present }) => !present);

  const columns: readonly Column<ShownSession>[] = [
    {
      key: 'browser',
      header: 'Browser',
      render: ({ userAgent, present }) => (
        <>
          {browserName(userAgent)}
          {present ? <span className="font-normal text-ink-2"> · this one</span> : null}
        </>
      ),
    },
    { key: 'address', header: 'Address', render: ({ address }) => address ?? 'Unknown' },
    { key: 'since', header: 'Signed in', narrow: 'hidden', render: ({ createdAt }) => shownDateTime(createdAt, style) },
    {
      key: 'seen',
      header: 'Last seen',
      narrowLabel: true,
      render: ({ lastSeen }) => shownDateTime(lastSeen, style),
    },
    {
      key: 'end',
      header: <span className="sr-only">Action</span>,
      align: 'end',
      narrow: 'aside',
      render: ({ id, present }) => (
        <Button
          size="compact"
          look="quiet"
          pending={running === id}
          onClick={() =>
            run(id, async () => {
              if (present) return signOut();
              await api.sessions.revoke({ id });
              router.refresh();
            })
          }
        >
          Sign out
        </Button>
      ),
    },
  ];

  return (
    <div className="flex flex-col gap-4">
      <Failure reason={failure} />
      <DataTable caption="Sessions" columns={columns} rows={sessions} rowKey={({ id }) => id} empty={null} />
      <Button
        className="self-start"
        pending={running === 'all'}
        disabledReason={others.length === 0 ? 'You are signed in nowhere else.' : undefined}
        onClick={() =>
          run('all', async () => {
            await api.sessions.revokeAll({ keepPresent: true });
            router.refresh();
          })
        }
      >
        Sign out everywhere else
      </Button>
    </div>
  );
}
