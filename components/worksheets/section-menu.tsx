'use client';

import { ChevronDown } from 'lucide-react';
import { useParams } from 'next/navigation';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { paths } from '#lib/paths.ts';
import { useShown, useWorksheet } from './worksheet-context.ts';

/** The sections as a menu, where there is no room for them beside the sheet. */
export function SectionMenu({ mode }: { readonly mode: 'read' | 'write' }) {
  const { facts } = useWorksheet();
  const { assessment } = useShown();
  const here = useParams()['section'];
  const entry = facts.sections.find(({ key }) => key === here);
  const { answered, needed } = assessment.counts;
  return (
    <div className="screen-only mb-4 flex flex-wrap items-center justify-between gap-x-2 border-b border-hairline pb-2 text-t-1 text-ink-2 md:hidden">
      <Menu
        as={AppLink}
        size="compact"
        className="-ml-2"
        trigger={
          <>
            {entry === undefined ? 'Sections' : `${entry.number} ${entry.title}`}
            <Icon of={ChevronDown} />
          </>
        }
        items={facts.sections.map(({ key, number, title }) => ({
          label: `${number} ${title}`,
          text: title,
          current: key === here,
          href:
            mode === 'write'
              ? paths.write({ ...facts.address, section: key })
              : paths.document({ ...facts.address, field: key }),
        }))}
      />
      <span>
        {answered} of {needed} answered
      </span>
    </div>
  );
}
