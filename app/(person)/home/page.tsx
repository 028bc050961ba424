import type { Metadata } from 'next';

import { reader } from '#components/account/reader.ts';
import { RecentList } from '#components/projects/recent-list.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain, PageSection } from '#components/ui/page-main.tsx';
import { KeptNotice } from '#components/worksheets/kept-notice.tsx';
import { WorkspaceList } from '#components/workspaces/workspace-list.tsx';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Home' };

/** Few enough to read at a glance, from each workspace that the person is in. */
const RECENT = 8;

export default async function HomePage() {
  const [style, call] = await Promise.all([reader(), caller()]);
  const { items: workspaces } = await forPage(call.workspaces.list({}), paths.home());
  const lists = await Promise.all(
    workspaces.map(async ({ slug, name }) => {
      const { items } = await call.projects.list({ workspace: slug, limit: RECENT });
      return items.map((project) => ({ ...project, workspace: slug, workspaceName: name }));
    }),
  );
  const recent = lists
    .flat()
    .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
    .slice(0, RECENT);
  return (
    <PageMain width="measure">
      <PageHeading title="Home" />
      <KeptNotice />
      <PageSection title="Your turn">
        <p className="font-serif text-t-3 text-ink-2">Nothing waits for you.</p>
      </PageSection>
      <PageSection title="Recent">
        <RecentList projects={recent} nowMs={Date.now()} locale={style.locale} several={workspaces.length > 1} />
      </PageSection>
      <PageSection title="Workspaces">
        <WorkspaceList workspaces={workspaces} />
      </PageSection>
    </PageMain>
  );
}
