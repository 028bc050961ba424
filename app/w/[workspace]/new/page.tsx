import type { Metadata } from 'next';

import { NewProjectForm } from '#components/projects/new-project-form.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { NoRight } from '#components/workspaces/no-right.tsx';
import { FORMAT } from '#lib/domain/worksheets/draft.ts';
import { nextGap } from '#lib/domain/worksheets/next-gap.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { caller } from '#lib/server/procedures/caller.ts';
import { paths } from '#lib/paths.ts';

export const metadata: Metadata = { title: 'New project' };

export default async function NewProjectPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const call = await caller();
  const [{ can }, examples] = await forPage(
    Promise.all([call.workspaces.get({ workspace }), call.examples.list({})]),
    paths.newProject({ workspace }),
  );
  if (can['projects.create'] !== true) return <NoRight reason={can['projects.create']} />;
  return (
    <PageMain width="measure">
      <PageHeading
        title="New project"
        lead="One project holds one worksheet, from the objective to the checked document."
      />
      <NewProjectForm workspace={workspace} examples={examples.items} firstQuestion={firstQuestion()} />
    </PageMain>
  );
}

/** What the framing misses once a worksheet has the name of its project. */
function firstQuestion(): string {
  const named = readWorksheet({ format: FORMAT, title: '', sections: { overview: { name: 'Named' } } });
  return nextGap(named, 'framing', '') ?? 'overview.name';
}
