import type { ReactNode } from 'react';
import { DataTable, type Column } from '#components/ui/data-table.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { DecisionStatus } from '#lib/domain/worksheets/decision.ts';
import { shownPlainDate } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';
import { reviewWords, statusWords } from './decision-words.ts';

export interface DecisionInList {
  readonly project: { readonly slug: string; readonly title: string };
  readonly number: number;
  readonly title: string;
  readonly status: DecisionStatus;
  readonly supersededBy: number | null;
  readonly chosen: string | null;
  readonly makers: readonly string[];
  readonly date: string | null;
  readonly reviewBy: string | null;
  readonly due: boolean;
}

interface DecisionTableProps {
  readonly workspace: string;
  readonly decisions: readonly DecisionInList[];
  /** Whether they are of several projects, which are named then. */
  readonly several: boolean;
  readonly locale: string;
  readonly empty: ReactNode;
}

/** A log of decisions: a row is a link. */
export function DecisionTable({ workspace, decisions, several, locale, empty }: DecisionTableProps) {
  const columns: readonly Column<DecisionInList>[] = [
    {
      key: 'title',
      header: 'Decision',
      render: ({ project, number, title, chosen }) => (
        <span className="block py-1.5">
          <AppLink
            href={paths.decisions({ workspace, project: project.slug, number })}
            className="row-link text-ink before:absolute before:inset-0 hover:text-accent"
          >
            <span className="font-normal text-ink-3">{number}</span> <bdi className="break-words">{title}</bdi>
          </AppLink>
          {chosen === null ? null : (
            <span className="block text-t-1 font-normal break-words text-ink-2">Chosen: {chosen}</span>
          )}
        </span>
      ),
    },
    ...(several
      ? [{ key: 'project', header: 'Project', render: ({ project }: DecisionInList) => <bdi>{project.title}</bdi> }]
      : []),
    { key: 'status', header: 'Status', render: (row) => <span className="whitespace-nowrap">{statusWords(row)}</span> },
    {
      key: 'makers',
      header: 'By',
      narrowLabel: true,
      render: ({ makers }) => (makers.length === 0 ? <span className="text-ink-3">–</span> : makers.join(', ')),
    },
    {
      key: 'date',
      header: 'Date',
      render: ({ date }) => (
        <span className="whitespace-nowrap">
          {date === null ? <span className="text-ink-3">–</span> : shownPlainDate(date, locale)}
        </span>
      ),
    },
    {
      key: 'review',
      header: 'Looked at again',
      narrowLabel: true,
      render: ({ reviewBy, due }) =>
        reviewBy === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <span className={due ? 'font-semibold whitespace-nowrap' : 'whitespace-nowrap'}>
            {reviewWords({ reviewBy, due }, locale)}
          </span>
        ),
    },
  ];
  return (
    <DataTable
      caption="Decisions"
      columns={columns}
      rows={decisions}
      rowKey={({ project, number }) => `${project.slug} ${number}`}
      empty={empty}
    />
  );
}
