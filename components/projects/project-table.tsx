import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { type DateStyle, type Instant, shownDate } from '#lib/format/dates.ts';
import { shownRelative } from '#lib/format/durations.ts';
import { paths } from '#lib/paths.ts';
import type { ReactNode } from 'react';

export interface ShownProject {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly visibility: 'workspace' | 'members';
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

interface ProjectTableProps {
  readonly workspace: string;
  readonly projects: readonly ShownProject[];
  readonly nowMs: number;
  readonly style: DateStyle;
  readonly empty: ReactNode;
}

/** The portfolio: a row is a link. */
export function ProjectTable({ workspace, projects, nowMs, style, empty }: ProjectTableProps) {
  const columns: readonly Column<ShownProject>[] = [
    {
      key: 'title',
      header: 'Project',
      render: ({ slug, title }) => (
        <AppLink
          href={paths.document({ workspace, project: slug })}
          className="row-link text-ink before:absolute before:inset-0 hover:text-accent"
        >
          <bdi>{title}</bdi>
        </AppLink>
      ),
    },
    {
      key: 'open',
      header: 'Open to',
      narrowLabel: true,
      render: ({ visibility }) => (visibility === 'workspace' ? 'the workspace' : 'named members'),
    },
    {
      key: 'started',
      header: 'Started',
      narrow: 'hidden',
      render: ({ createdAt }) => <span className="whitespace-nowrap">{shownDate(createdAt, style)}</span>,
    },
    {
      key: 'changed',
      header: 'Changed',
      align: 'end',
      narrow: 'aside',
      render: ({ changedAt }) => (
        <span className="whitespace-nowrap text-ink-2">{shownRelative(changedAt, nowMs, style.locale)}</span>
      ),
    },
  ];
  return <DataTable caption="Projects" columns={columns} rows={projects} rowKey={({ id }) => id} empty={empty} />;
}
