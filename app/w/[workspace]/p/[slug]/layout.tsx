import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { reader } from '#components/account/reader.ts';
import { forPage, orNull } from '#components/sessions/for-page.ts';
import { ProjectFrame } from '#components/worksheets/project-frame.tsx';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface ProjectLayoutProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
  readonly children: ReactNode;
}

export async function generateMetadata({ params }: Pick<ProjectLayoutProps, 'params'>): Promise<Metadata> {
  const { workspace, slug } = await params;
  const call = await caller();
  const project = await forPage(
    call.projects.get({ workspace, project: slug }),
    paths.document({ workspace, project: slug }),
  );
  return { title: { template: `%s – ${project.title} – Plumbline`, default: project.title } };
}

/** Opens the worksheet once for all pages of the project. */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  const { workspace, slug } = await params;
  const at = { workspace, project: slug };
  const call = await caller();
  const [project, worksheet, person, members, dates] = await forPage(
    Promise.all([
      call.projects.get(at),
      call.worksheets.get(at),
      call.account.get({}),
      orNull(call.members.list({ workspace }), 'forbidden'),
      reader(),
    ]),
    paths.document(at),
  );
  // A former address leads to the present one, so that links made before a renaming stay good.
  if (project.slug !== slug) redirect(paths.document({ workspace, project: project.slug }));
  return (
    <ProjectFrame
      project={project}
      worksheet={worksheet}
      person={person}
      people={members?.items.map(({ name }) => name) ?? []}
      dates={dates}
    >
      {children}
    </ProjectFrame>
  );
}
