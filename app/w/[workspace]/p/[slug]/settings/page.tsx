import type { Metadata } from 'next';
import { ProjectSettings } from '#components/worksheets/project-settings.tsx';
import { forPage, orNull } from '#components/sessions/for-page.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface SettingsPageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
}

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage({ params }: SettingsPageProps) {
  const { workspace, slug } = await params;
  const at = { workspace, project: slug };
  const call = await caller();
  const [project, named, members] = await forPage(
    Promise.all([
      call.projects.get(at),
      call.projects.listMembers(at),
      orNull(call.members.list({ workspace }), 'forbidden'),
    ]),
    paths.projectSettings(at),
  );
  return <ProjectSettings at={at} project={project} named={named.items} members={members?.items ?? []} />;
}
