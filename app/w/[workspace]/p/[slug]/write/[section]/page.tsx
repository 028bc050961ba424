import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SectionSheet } from '#components/worksheets/section-sheet.tsx';
import { SheetCode } from '#components/worksheets/sheet-code.tsx';
import { emptyListWords } from '#components/worksheets/empty-list-words.ts';
import { WritePage } from '#components/worksheets/write-page.tsx';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { guidanceAt } from '#lib/domain/worksheets/guidance/all-guidance.ts';

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
  return (
    <WritePage section={section.key}>
      <SheetCode fields={section.fields}>
        <SectionSheet section={section} whenEmpty={emptyListWords(section, guidanceAt)} />
      </SheetCode>
    </WritePage>
  );
}
