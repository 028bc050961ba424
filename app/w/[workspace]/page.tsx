import type { Metadata } from 'next';

import { reader } from '#components/account/reader.ts';
import { EmptyPortfolio } from '#components/projects/empty-portfolio.tsx';
import { ProjectTable } from '#components/projects/project-table.tsx';
import { TitleFilter } from '#components/projects/title-filter.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { ActionLink } from '#components/workspaces/action-link.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Projects' };

interface PortfolioPageProps {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ title?: string; archived?: string; after?: string }>;
}

export default async function PortfolioPage({ params, searchParams }: PortfolioPageProps) {
  const [{ workspace }, query, style, call] = await Promise.all([params, searchParams, reader(), caller()]);
  const at = { workspace };
  const { after } = query;
  const archived = query.archived === 'true';
  const title = (query.title ?? '').trim().slice(0, 120);
  const [{ can, name }, { items, next }] = await forPage(
    Promise.all([call.workspaces.get(at), call.projects.list({ ...at, archived, title, after })]),
    paths.workspace(at, { title, archived, after }),
  );
  const untouched = items.length === 0 && !archived && title === '' && after === undefined;
  const start = (
    <ActionLink look="primary" href={paths.newProject(at)} can={can['projects.create']}>
      New project
    </ActionLink>
  );
  return (
    <PageMain>
      <PageHeading title={name} action={untouched ? null : start} />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b border-hairline">
        <TabLinks
          label="Projects"
          as={AppLink}
          tabs={[
            { label: 'Projects', href: paths.workspace(at), current: !archived },
            { label: 'Archived', href: paths.workspace(at, { archived: true }), current: archived },
          ]}
        />
        {untouched ? null : (
          <div className="pb-2">
            <TitleFilter action={paths.workspace(at)} title={title} archived={archived} />
          </div>
        )}
      </div>
      <ProjectTable
        workspace={workspace}
        projects={items}
        nowMs={Date.now()}
        style={style}
        empty={<EmptyPortfolio start={start} title={title} archived={archived} />}
      />
      <Paging
        as={AppLink}
        of="projects"
        previous={after === undefined ? undefined : paths.workspace(at, { title, archived })}
        previousLabel="First page"
        next={next === null ? undefined : paths.workspace(at, { title, archived, after: next })}
      />
    </PageMain>
  );
}
