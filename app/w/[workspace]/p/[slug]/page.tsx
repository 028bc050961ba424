import { forPage } from '#components/sessions/for-page.ts';
import { ReadDocument } from '#components/documents/read-document.tsx';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface DocumentPageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
}

export default async function DocumentPage({ params }: DocumentPageProps) {
  const { workspace, slug } = await params;
  const at = { workspace, project: slug };
  const call = await caller();
  const [worksheet, project] = await forPage(
    Promise.all([call.worksheets.get(at), call.projects.get(at)]),
    paths.document(at),
  );
  return <ReadDocument at={at} worksheet={worksheet} timeZone={project.workspace.timeZone} />;
}
