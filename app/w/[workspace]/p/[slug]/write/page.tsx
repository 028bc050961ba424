import { redirect } from 'next/navigation';
import { sections } from '#lib/domain/worksheets/all-sections.ts';
import { paths } from '#lib/paths.ts';

interface WritePageProps {
  readonly params: Promise<{ workspace: string; slug: string }>;
}

/** Writing begins with the first section. */
export default async function WritePage({ params }: WritePageProps) {
  const { workspace, slug } = await params;
  redirect(paths.write({ workspace, project: slug, section: sections[0]?.key ?? '' }));
}
