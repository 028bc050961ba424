import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReadDocument } from '#components/documents/read-document.tsx';
import { forPage } from '#components/sessions/for-page.ts';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { paths } from '#lib/paths.ts';
import { caller } from '#lib/server/procedures/caller.ts';

interface SectionPageProps {
  readonly params: Promise<{ workspace: string; slug: string; section: string }>;
}

export async function generateMetadata({ params }: SectionPageProps): Promise<Metadata> {
  const { section } = await params;
  return { title: sectionByKey(section)?.title ?? 'Not found' };
}

/** One section of the document. */
export default async function SectionPage({ params }: SectionPageProps) {
  const { workspace, slug, section } = await params;
  if (sectionByKey(section) === undefined) notFound();
  const at = { workspace, project: slug };
  const call = await caller();
  const [worksheet, project] = await forPage(
    Promise.all([call.worksheets.get(at), call.projects.get(at)]),
    paths.document({ ...at, section }),
  );
  return <ReadDocument at={at} worksheet={worksheet} timeZone={project.workspace.timeZone} only={section} />;
}
