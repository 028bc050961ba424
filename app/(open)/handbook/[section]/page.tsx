import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { HandbookSection } from '#components/worksheets/handbook-section.tsx';
import { rules } from '#lib/domain/checks/all-rules.ts';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { sectionGuidance } from '#lib/domain/worksheets/guidance/all-guidance.ts';

interface HandbookSectionPageProps {
  readonly params: Promise<{ section: string }>;
}

export async function generateMetadata({ params }: HandbookSectionPageProps): Promise<Metadata> {
  const section = sectionByKey((await params).section);
  return { title: section === undefined ? 'Not found' : `${section.title}, handbook` };
}

export default async function HandbookSectionPage({ params }: HandbookSectionPageProps) {
  const section = sectionByKey((await params).section);
  if (section === undefined) notFound();
  return (
    <PageMain width="measure">
      <PageHeading title={section.title} lead={section.intro} />
      <HandbookSection section={section} guidance={sectionGuidance(section.key)} rules={rules} />
    </PageMain>
  );
}
