import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SectionSheet } from '#components/worksheets/section-sheet.tsx';
import { emptyListWords } from '#components/worksheets/empty-list-words.ts';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';

interface WriteSectionPageProps {
  readonly params: Promise<{ section: string }>;
}

export async function generateMetadata({ params }: WriteSectionPageProps): Promise<Metadata> {
  const { section } = await params;
  return { title: sectionByKey(section)?.title ?? 'Not found' };
}

export default async function WriteSectionPage({ params }: WriteSectionPageProps) {
  const section = sectionByKey((await params).section);
  if (section === undefined) notFound();
  return <SectionSheet section={section} whenEmpty={emptyListWords(section)} />;
}
