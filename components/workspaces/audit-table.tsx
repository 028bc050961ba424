import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { JsonObject } from '#lib/domain/json.ts';
import { type DateStyle, type Instant, shownDateTime } from '#lib/format/dates.ts';

import { type NameOf, auditSentence } from './audit-sentence.ts';

interface ShownEvent {
  readonly sequence: number;
  readonly type: string;
  readonly at: Instant;
  readonly actor: { readonly name: string } | null;
  readonly payload: JsonObject;
}

interface AuditTableProps {
  readonly events: readonly ShownEvent[];
  readonly nameOf: NameOf;
  readonly style: DateStyle;
}

/** Who did what, newest first: sign-ins, people, settings. */
export function AuditTable({ events, nameOf, style }: AuditTableProps) {
  const columns: readonly Column<ShownEvent>[] = [
    {
      key: 'what',
      header: 'What happened',
      render: ({ actor, type, payload }) => (
        <>
          <bdi className="font-semibold">{actor?.name ?? 'This installation'}</bdi>{' '}
          <span className="font-normal">{auditSentence(type, payload, nameOf)}</span>
        </>
      ),
    },
    {
      key: 'at',
      header: 'When',
      align: 'end',
      render: ({ at }) => <span className="whitespace-nowrap text-ink-2">{shownDateTime(at, style)}</span>,
    },
  ];
  return (
    <DataTable
      caption="Audit log"
      columns={columns}
      rows={events}
      rowKey={({ sequence }) => String(sequence)}
      empty={<EmptyState>Nothing is older than this.</EmptyState>}
      compact
    />
  );
}
