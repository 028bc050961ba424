import type { Metadata } from 'next';

import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { HandbookKeys } from '#components/worksheets/handbook-keys.tsx';
import { HandbookList } from '#components/worksheets/handbook-list.tsx';
import { sections } from '#lib/domain/worksheets/all-sections.ts';

export const metadata: Metadata = { title: 'Handbook' };

export default function HandbookPage() {
  return (
    <PageMain width="measure">
      <PageHeading
        title="Handbook"
        lead="What a worksheet asks, section by section: why, how to find the answer, and what a good one looks like."
      />
      <HandbookList sections={sections} />
      <HandbookKeys />
    </PageMain>
  );
}
