import type { Metadata } from 'next';

import { reader } from '#components/account/reader.ts';
import { ProjectTable } from '#components/projects/project-table.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { Paging } from '#components/ui/paging.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { ActionLink } from '#components/workspaces/action-link.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Projects' };

interface PortfolioPageProps {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<{ archived?: string; after?: string }>;
}

export default async function PortfolioPage({ params, searchParams }: PortfolioPageProps) {
  const [{ workspace }, { archived: wanted, after }, style, call] = await Promise.all([
    params,
    searchParams,
    reader(),
    caller(),
  ]);
  const archived = wanted === 'true';
  const at = { workspace };
  const [{ can, name }, { items, next }] = await forPage(
    Promise.all([call.workspaces.get(at), call.projects.list({ ...at, archived, after })]),
    paths.workspace(at, { archived, after }),
  );
  const start = (
    <ActionLink look="primary" href={paths.newProject(at)} can={can['projects.create']}>
      New project
    </ActionLink>
  );
  return (
    <PageMain>
      <PageHeading title={name} action={items.length > 0 || archived ? start : null} />
      <div className="mb-4 border-b border-hairline">
        <TabLinks
          label="Projects"
          as={AppLink}
          tabs={[
            { label: 'Projects', href: paths.workspace(at), current: !archived },
            { label: 'Archived', href: paths.workspace(at, { archived: true }), current: archived },
          ]}
        />
      </div>
      <ProjectTable
        workspace={workspace}
        projects={items}
        nowMs={Date.now()}
        style={style}
        empty={
          archived ? (
            <EmptyState>
              Nothing is archived. A project that has ended can be put here, to read and to bring back.
            </EmptyState>
          ) : (
            <EmptyState
              action={after === undefined ? start : <LinkButton href={paths.workspace(at)}>First page</LinkButton>}
            >
              No projects yet. A project holds one worksheet: the questions that decide whether a model is worth
              building, and the checks that hold its numbers against one another.
            </EmptyState>
          )
        }
      />
      <Paging
        as={AppLink}
        of="projects"
        previous={after === undefined ? undefined : paths.workspace(at, { archived })}
        previousLabel="First page"
        next={next === null ? undefined : paths.workspace(at, { archived, after: next })}
      />
    </PageMain>
  );
}
