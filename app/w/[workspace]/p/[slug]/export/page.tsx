import type { Metadata } from 'next';
import { ExportView } from '#components/documents/export-view.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface ExportPageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
}

export const metadata: Metadata = { title: 'Export' };

export default async function ExportPage({ params }: ExportPageProps) {
  const { workspace, slug } = await params;
  const at = { workspace, project: slug };
  const call = await caller();
  const [worksheet, project] = await forPage(
    Promise.all([call.worksheets.get({ ...at, threads: true }), call.projects.get(at)]),
    paths.export(at),
  );
  return <ExportView at={at} worksheet={worksheet} timeZone={project.workspace.timeZone} />;
}
