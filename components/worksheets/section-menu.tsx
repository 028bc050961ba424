'use client';

import { ChevronDown } from 'lucide-react';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { paths } from '#lib/paths.ts';
import { usePanel } from './panel-state.ts';
import { useShownPage } from './shown-page.ts';
import { nothingMissing } from './stage-words.ts';
import { useShown, useWorksheet } from './worksheet-context.ts';

/** The sections as a menu, where there is no room for them beside the sheet. */
export function SectionMenu({ mode }: { readonly mode: 'read' | 'write' }) {
  const { facts } = useWorksheet();
  const { assessment } = useShown();
  const panel = usePanel();
  const { section: here } = useShownPage();
  const entry = facts.sections.find(({ key }) => key === here);
  const { answered, needed, gaps } = assessment.counts;
  return (
    <div className="screen-only mb-4 flex flex-wrap items-center justify-between gap-x-2 border-b border-hairline pb-2 text-t-1 text-ink-2 md:hidden">
      <Menu
        as={AppLink}
        size="compact"
        className="-ml-2 text-left whitespace-normal!"
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
      <button type="button" onClick={() => panel.show('whole')} className="touch-target text-right hover:text-accent">
        {gaps.length === 0 ? nothingMissing(assessment.stage) : `${answered} of ${needed} answered`}
      </button>
    </div>
  );
}
