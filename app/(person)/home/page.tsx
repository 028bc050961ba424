import type { Metadata } from 'next';

import { reader } from '#components/account/reader.ts';
import { DueDecisions } from '#components/decisions/due-decisions.tsx';
import { DueList } from '#components/projects/due-list.tsx';
import { RecentList } from '#components/projects/recent-list.tsx';
import { WaitingQuestions } from '#components/questions/waiting-questions.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain, PageSection } from '#components/ui/page-main.tsx';
import { KeptNotice } from '#components/worksheets/kept-notice.tsx';
import { WorkspaceList } from '#components/workspaces/workspace-list.tsx';
import { todayIn } from '#components/worksheets/today-in.ts';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'Home' };

/** Few enough to read at a glance. */
const RECENT = 8;

export default async function HomePage() {
  const [style, call] = await Promise.all([reader(), caller()]);
  const [{ items: workspaces }, questions, decisions, due, recent] = await forPage(
    Promise.all([
      call.workspaces.list({}),
      call.questions.mine({}),
      call.decisions.due({}),
      call.projects.due({ limit: RECENT }),
      call.projects.recent({ limit: RECENT }),
    ]),
    paths.home(),
  );
  return (
    <PageMain width="measure">
      <PageHeading title="Home" />
      <KeptNotice />
      <PageSection title="Your turn">
        {questions.items.length + decisions.items.length === 0 ? (
          <p className="font-serif text-t-3 text-ink-2">Nothing waits for you.</p>
        ) : null}
        {questions.items.length === 0 ? null : (
          <WaitingQuestions questions={questions.items.map(withToday)} nowMs={Date.now()} locale={style.locale} />
        )}
        {decisions.items.length === 0 ? null : <DueDecisions decisions={decisions.items} locale={style.locale} />}
      </PageSection>
      <PageSection title="Due">
        {due.items.length === 0 ? (
          <p className="font-serif text-t-3 text-ink-2">Nothing of yours is due within two weeks.</p>
        ) : (
          <DueList items={due.items.map(withToday)} locale={style.locale} />
        )}
      </PageSection>
      <PageSection title="Recent">
        <RecentList projects={recent.items} nowMs={Date.now()} locale={style.locale} several={workspaces.length > 1} />
      </PageSection>
      <PageSection title="Workspaces">
        <WorkspaceList workspaces={workspaces} />
      </PageSection>
    </PageMain>
  );
}

/** Days end in the zone of the workspace, wherever the reader is. */
function withToday<T extends { readonly workspace: { readonly timeZone: string } }>(item: T): T & { today: string } {
  return { ...item, today: todayIn(item.workspace.timeZone) };
}
