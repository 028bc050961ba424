'use client';

import { ChevronDown } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { latePart } from '#components/forms/late.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { SaveState } from '#components/ui/save-state.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { countedEdits, unsettledOf } from '#lib/client/kept-ops.ts';
import { stageNames } from '#lib/domain/worksheets/definition.ts';
import { paths } from '#lib/paths.ts';
import { useModeSwitch } from './mode-switch.ts';
import { saveWords } from './save-words.ts';
import { useShownPage } from './shown-page.ts';
import { UNSETTLED, useKeptOps, useSaveState, useShown, useWorksheet } from './worksheet-context.ts';

const CompanyHere = latePart(async () => (await import('./company-here.tsx')).CompanyHere);

// Few rename: what sends and what may go wrong comes once the page works.
const TitleEditor = latePart(async () => (await import('./title-editor.tsx')).TitleEditor);

interface ProjectBarProps {
  readonly title: string;
  /** Why the title cannot be changed; true when it can. */
  readonly canRename: true | string;
}

/** Under the top bar on every page of a project: title, stage, its pages, the other mode, and where edits stand. */
export function ProjectBar({ title, canRename }: ProjectBarProps) {
  const { facts } = useWorksheet();
  const { assessment } = useShown();
  const [renaming, setRenaming] = useState(false);
  const { mode } = useShownPage();
  const pathname = usePathname();
  const { read, write } = useModeSwitch();
  const pages = [
    { href: paths.document(facts.address), label: 'Document', current: mode !== 'other' },
    ...[
      { href: paths.decisions(facts.address), label: 'Decisions' },
      { href: paths.history(facts.address), label: 'History' },
      { href: paths.export(facts.address), label: 'Export' },
    ].map((page) => ({ ...page, current: pathname === page.href || pathname.startsWith(`${page.href}/`) })),
  ];
  return (
    <div className="screen-only sticky top-12 z-10 flex h-11 items-center gap-3 border-b border-hairline bg-page px-2 sm:px-4">
      {renaming ? (
        <TitleEditor title={title} onDone={() => setRenaming(false)} />
      ) : (
        <Menu
          as={AppLink}
          className="min-w-0 shrink px-2! font-serif text-t-2! text-ink!"
          size="compact"
          trigger={
            <>
              <span className="truncate">{title}</span>
              <Icon of={ChevronDown} />
            </>
          }
          items={[
            {
              label: 'Rename',
              onSelect: () => setRenaming(true),
              disabledReason: canRename === true ? undefined : canRename,
            },
            ...pages,
            { label: 'Threads', href: paths.threads(facts.address) },
            { label: 'Settings', href: paths.projectSettings(facts.address) },
          ]}
        />
      )}
      <span className="text-t-1 whitespace-nowrap text-ink-2 max-md:hidden">{stageNames[assessment.stage]}</span>
      <div className="ml-4 self-end max-md:hidden">
        <TabLinks as={AppLink} label="Project" tabs={pages} />
      </div>
      <div className="ml-auto flex items-center gap-3">
        <CompanyHere />
        <SaveIndicator />
        {mode === 'other' ? null : (
          <LinkButton as={AppLink} size="compact" href={mode === 'read' ? write : read} className="max-sm:hidden">
            {mode === 'read' ? 'Write' : 'Read'}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

function SaveIndicator() {
  const { facts } = useWorksheet();
  const { kind, words } = saveWords(useSaveState(), facts.dates);
  const unsettled = countedEdits(unsettledOf(useKeptOps(), facts.address));
  if (kind === 'saved' && unsettled > 0) return <ToUnsettled count={unsettled} />;
  return <SaveState kind={kind}>{words}</SaveState>;
}

/** The list of edits that wait for their author stands above the sheet, and may be out of sight. */
function ToUnsettled({ count }: { readonly count: number }) {
  return (
    <button
      type="button"
      onClick={() => document.getElementById(UNSETTLED)?.focus()}
      className="touch-target inline-flex w-36 items-center justify-end gap-1 text-t-1 text-accent hover:text-accent-hover"
    >
      <Mark of="warning" />
      {count} to settle
    </button>
  );
}
