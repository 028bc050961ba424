'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { useAction } from '#components/forms/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Failure } from '#components/ui/failure.tsx';
import { InlineCode } from '#components/ui/inline-code.tsx';
import { ShownOnce } from '#components/ui/shown-once.tsx';
import { api } from '#lib/client/api.ts';
import { type DateStyle, type Instant, shownDate } from '#lib/format/dates.ts';

import { type MadeToken, TokenForm } from './token-form.tsx';

export interface ShownToken {
  readonly id: string;
  readonly name: string;
  /** The first characters of the token. */
  readonly prefix: string;
  readonly scope: 'read' | 'write';
  readonly expiresAt: Instant;
  readonly expired: boolean;
  readonly lastUsed: Instant | null;
}

interface TokenPanelProps {
  readonly tokens: readonly ShownToken[];
  readonly style: DateStyle;
}

/** Tokens for programs: the list, the form that makes one, and the one moment in which a new one can be read. */
export function TokenPanel({ tokens, style }: TokenPanelProps) {
  const router = useRouter();
  const { run, running, failure } = useAction();
  const [made, setMade] = useState<MadeToken | null>(null);

  const columns: readonly Column<ShownToken>[] = [
    { key: 'name', header: 'Name', render: ({ name }) => name },
    { key: 'token', header: 'Token', narrow: 'hidden', render: ({ prefix }) => <InlineCode>{prefix}…</InlineCode> },
    { key: 'scope', header: 'May', render: ({ scope }) => (scope === 'read' ? 'read' : 'read and write') },
    {
      key: 'used',
      header: 'Last used',
      narrowLabel: true,
      render: ({ lastUsed }) => (lastUsed === null ? 'never' : shownDate(lastUsed, style)),
    },
    {
      key: 'expires',
      header: 'Expires',
      narrowLabel: true,
      render: ({ expiresAt, expired }) => (expired ? 'expired' : shownDate(expiresAt, style)),
    },
    {
      key: 'revoke',
      header: <span className="sr-only">Action</span>,
      align: 'end',
      narrow: 'aside',
      render: ({ id, name }) => (
        <Button
          size="compact"
          look="quiet"
          aria-label={`Revoke ${name}`}
          pending={running === id}
          onClick={() =>
            run(id, async () => {
              await api.tokens.revoke({ id });
              if (made?.id === id) setMade(null);
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
    <div className="flex flex-col gap-6">
      <Failure reason={failure} />
      {made ? (
        <ShownOnce
          key={made.id}
          secret={made.token}
          copyLabel="Copy token"
          doneLabel="I have it"
          onDone={() => setMade(null)}
        >
          Copy the token now. It can’t be shown again; whoever has it acts in your name.
        </ShownOnce>
      ) : null}
      <DataTable
        caption="API tokens"
        columns={columns}
        rows={tokens}
        rowKey={({ id }) => id}
        empty={<EmptyState>No tokens yet. A pipeline needs one to read worksheets or to run the checks.</EmptyState>}
      />
      <TokenForm
        onMade={(token) => {
          setMade(token);
          router.refresh();
        }}
      />
    </div>
  );
}
