import type { ReactNode } from 'react';
import { DataTable, type Column } from '#components/ui/data-table.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { stageNames } from '#lib/domain/worksheets/definition.ts';
import { shownPlainDate, type DateStyle, type Instant } from '#lib/format/dates.ts';
import { shownRelative } from '#lib/format/durations.ts';
import { paths } from '#lib/paths.ts';
import { dueWords } from './due-words.ts';
import type { PortfolioView, Sort } from './portfolio-view.ts';

interface Summary {
  readonly stage: 'framing' | 'design' | 'launch';
  readonly errors: number;
  readonly warnings: number;
  readonly openQuestions: number;
  readonly due: { readonly date: string; readonly kind: string; readonly what: string } | null;
  readonly owner: string | null;
}

export interface PortfolioProject {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly visibility: 'workspace' | 'members';
  readonly changedAt: Instant;
  /** Null for seconds after a project was begun. */
  readonly summary: Summary | null;
}

interface PortfolioTableProps {
  readonly workspace: string;
  readonly projects: readonly PortfolioProject[];
  readonly view: PortfolioView;
  /** Plain date in the zone of the workspace. */
  readonly today: string;
  readonly nowMs: number;
  readonly style: DateStyle;
  readonly empty: ReactNode;
}

/** The portfolio, by stage: a row is a link. */
export function PortfolioTable({ workspace, projects, view, today, nowMs, style, empty }: PortfolioTableProps) {
  const sorted = (sort: Sort, label: string): Pick<Column<PortfolioProject>, 'header' | 'label' | 'sorted'> => {
    const ascending = sort === 'title' || sort === 'due';
    const here = view.sort === sort;
    return {
      header: (
        <AppLink
          href={paths.workspace({ workspace }, { ...view, sort })}
          className={here ? 'text-ink hover:text-accent' : 'hover:text-accent'}
        >
          {label}
          {here ? <span aria-hidden>{ascending ? ' ↑' : ' ↓'}</span> : null}
        </AppLink>
      ),
      label,
      ...(here && { sorted: ascending ? 'ascending' : 'descending' }),
    };
  };
  const columns: readonly Column<PortfolioProject>[] = [
    {
      key: 'title',
      ...sorted('title', 'Project'),
      render: ({ slug, title, visibility }) => (
        <>
          <AppLink
            href={paths.document({ workspace, project: slug })}
            className="row-link text-ink before:absolute before:inset-0 hover:text-accent"
          >
            <bdi>{title}</bdi>
          </AppLink>
          {visibility === 'members' ? (
            <span className="text-t-1 font-normal text-ink-3"> named members only</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'findings',
      ...sorted('findings', 'Findings'),
      narrowLabel: true,
      render: ({ summary }) => (summary === null ? <Waiting /> : <FindingCounts {...summary} />),
    },
    {
      key: 'questions',
      ...sorted('questions', 'Open questions'),
      align: 'end',
      narrowLabel: true,
      render: ({ summary }) => summary?.openQuestions || <span className="text-ink-3">{summary ? 'none' : '–'}</span>,
    },
    {
      key: 'due',
      ...sorted('due', 'Next due'),
      narrowLabel: true,
      render: ({ summary }) => <NextDue due={summary?.due ?? null} today={today} locale={style.locale} />,
    },
    {
      key: 'owner',
      header: 'Owner',
      narrow: 'hidden',
      render: ({ summary }) => <bdi className="line-clamp-1">{summary?.owner ?? '–'}</bdi>,
    },
    {
      key: 'changed',
      ...sorted('changed', 'Changed'),
      align: 'end',
      narrow: 'aside',
      render: ({ changedAt }) => (
        <span className="whitespace-nowrap text-ink-2">{shownRelative(changedAt, nowMs, style.locale)}</span>
      ),
    },
  ];
  return (
    <DataTable
      caption="Projects"
      columns={columns}
      rows={projects}
      rowKey={({ id }) => id}
      groupOf={({ summary }) => stageNames[summary?.stage ?? 'framing']}
      empty={empty}
    />
  );
}

function Waiting() {
  return <span className="text-ink-3">being counted</span>;
}

function FindingCounts({ errors, warnings }: Pick<Summary, 'errors' | 'warnings'>) {
  if (errors + warnings === 0) return <span className="text-ink-3">none</span>;
  return (
    <span className="inline-flex items-baseline gap-3 whitespace-nowrap">
      {errors === 0 ? null : <Count of="error" count={errors} one="error" many="errors" />}
      {warnings === 0 ? null : <Count of="warning" count={warnings} one="warning" many="warnings" />}
    </span>
  );
}

function Count({ of, count, one, many }: { of: 'error' | 'warning'; count: number; one: string; many: string }) {
  return (
    <span className="inline-flex items-baseline gap-1">
      <Mark of={of} className="self-center" />
      {count} {count === 1 ? one : many}
    </span>
  );
}

interface NextDueProps {
  readonly due: Summary['due'];
  readonly today: string;
  readonly locale: string;
}

function NextDue({ due, today, locale }: NextDueProps) {
  if (due === null) return <span className="text-ink-3">–</span>;
  const overdue = due.date < today;
  return (
    <span>
      <span className={overdue ? 'font-semibold whitespace-nowrap' : 'whitespace-nowrap'}>
        {shownPlainDate(due.date, locale)}
        {overdue ? ', overdue' : ''}
      </span>{' '}
      <span className="text-t-1 text-ink-2 max-sm:sr-only">{dueWords(due)}</span>
    </span>
  );
}
