import type { Metadata } from 'next';

import { reader } from '#components/account/reader.ts';
import { EmptyPortfolio } from '#components/projects/empty-portfolio.tsx';
import { PortfolioFilter } from '#components/projects/portfolio-filter.tsx';
import { PortfolioTable } from '#components/projects/portfolio-table.tsx';
import { isNarrowed, readView } from '#components/projects/portfolio-view.ts';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { KeptNotice } from '#components/worksheets/kept-notice.tsx';
import { todayIn } from '#components/worksheets/today-in.ts';
import { ActionLink } from '#components/workspaces/action-link.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Projects' };

interface PortfolioPageProps {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function PortfolioPage({ params, searchParams }: PortfolioPageProps) {
  const [{ workspace }, query, style, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const at = { workspace };
  const view = readView(query);
  const after = typeof query['after'] === 'string' ? query['after'].slice(0, 400) : undefined;
  const [{ can, name, timeZone }, { items, next }] = await forPage(
    Promise.all([call.workspaces.get(at), call.projects.portfolio({ ...at, ...view, after })]),
    paths.workspace(at, { ...view, after }),
  );
  const untouched = items.length === 0 && !view.archived && !isNarrowed(view) && after === undefined;
  const start = (
    <ActionLink look="primary" href={paths.newProject(at)} can={can['projects.create']}>
      New project
    </ActionLink>
  );
  return (
    <PageMain>
      <PageHeading title={name} action={untouched ? null : start} />
      <KeptNotice />
      <div className="mb-2 border-b border-hairline">
        <TabLinks
          label="Projects"
          as={AppLink}
          tabs={[
            { label: 'Projects', href: paths.workspace(at), current: !view.archived },
            { label: 'Archived', href: paths.workspace(at, { archived: true }), current: view.archived },
          ]}
        />
      </div>
      {untouched ? null : <PortfolioFilter action={paths.workspace(at)} view={view} />}
      <PortfolioTable
        workspace={workspace}
        projects={items}
        view={view}
        today={todayIn(timeZone)}
        nowMs={Date.now()}
        style={style}
        empty={<EmptyPortfolio start={start} view={view} all={paths.workspace(at, { archived: view.archived })} />}
      />
      <Paging
        as={AppLink}
        of="projects"
        previous={after === undefined ? undefined : paths.workspace(at, view)}
        previousLabel="First page"
        next={next === null ? undefined : paths.workspace(at, { ...view, after: next })}
      />
    </PageMain>
  );
}
