'use client';

import { Check, ChevronDown } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { standing } from '#components/checks/findings-at.ts';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { focusAfterKey, type Typeahead } from '#components/ui/menu-keys.ts';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { initialsOf } from '#components/workspaces/initials-of.ts';
import { stageNames, stages } from '#lib/domain/worksheets/definition.ts';
import { paths } from '#lib/paths.ts';
import { ownerWords } from './owner-words.ts';
import { usePanel } from './panel-state.ts';
import { useShownPage } from './shown-page.ts';
import { sectionStanding, type SectionStanding } from './section-standing.ts';
import { nothingMissing } from './stage-words.ts';
import { useShown, useWorksheet, type SectionEntry } from './worksheet-context.ts';

/** The sections by stage, with what stands out in each; and below, how far the whole is. */
export function SectionNav({ mode }: { readonly mode: 'read' | 'write' }) {
  const { facts } = useWorksheet();
  const { assessment, findings } = useShown();
  const panel = usePanel();
  const { section: here } = useShownPage();
  const list = useRef<HTMLElement>(null);
  const typeahead = useRef<Typeahead>({ text: '', at: 0 });
  const asked = facts.sections.filter(({ key }) => !assessment.ruledOut.includes(key) || key === here);
  const ruledOut = facts.sections.filter((entry) => !asked.includes(entry));
  const byStage = Map.groupBy(asked, ({ stage }) => stage);
  const { answered, needed, gaps } = assessment.counts;
  const open = assessment.openQuestions.length;
  const stands = (entry: SectionEntry) => sectionStanding(entry.key, assessment, standing(findings));

  // Typing a section's first letters leads to it, as in the menu that stands here on narrow screens.
  function onKeyDown(event: KeyboardEvent) {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const names = links.map((link) => link.dataset['name'] ?? '');
    const at = links.findIndex((link) => link === document.activeElement);
    const next = focusAfterKey(event.key, names, at, typeahead.current, event.timeStamp);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    links[next]?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between its own links
    <nav ref={list} aria-label="Sections" onKeyDown={onKeyDown} className="flex flex-col gap-3 py-4 pr-2 pl-4">
      {[...byStage].map(([stage, entries]) => (
        <details
          key={stage}
          open={stages.indexOf(stage) <= stages.indexOf(assessment.stage) || entries.some(({ key }) => key === here)}
        >
          <summary className="flex min-h-6 list-none items-center justify-between text-t-1 font-semibold text-ink-2 hover:text-accent">
            {stageNames[stage]}
            <Icon of={ChevronDown} className="text-ink-3 [details:not([open])>summary>&]:-rotate-90" />
          </summary>
          <ul>
            {entries.map((entry) => (
              <SectionLink
                key={entry.key}
                entry={entry}
                mode={mode}
                current={entry.key === here}
                stands={stands(entry)}
              />
            ))}
          </ul>
        </details>
      ))}
      {ruledOut.length === 0 ? null : (
        <details>
          <summary className="min-h-6 list-none text-t-1 text-ink-3 hover:text-accent">
            Does not apply {ruledOut.length}
          </summary>
          <ul>
            {ruledOut.map((entry) => (
              <SectionLink key={entry.key} entry={entry} mode={mode} current={false} stands={null} />
            ))}
          </ul>
        </details>
      )}
      <div className="border-t border-hairline pt-3 text-t-1 text-ink-2">
        <button type="button" onClick={() => panel.show('whole')} className="block text-left hover:text-accent">
          {stageNames[assessment.stage]}: {answered} of {needed} answered
          {gaps.length === 0 ? <span className="block">{nothingMissing(assessment.stage)}</span> : null}
        </button>
        <button type="button" onClick={() => panel.show('whole', 'open')} className="text-left hover:text-accent">
          {open === 1 ? '1 open question' : `${open} open questions`}
        </button>
      </div>
    </nav>
  );
}

interface SectionLinkProps {
  readonly entry: SectionEntry;
  readonly mode: 'read' | 'write';
  readonly current: boolean;
  readonly stands: SectionStanding | null;
}

function SectionLink({ entry, mode, current, stands }: SectionLinkProps) {
  const { facts } = useWorksheet();
  const target = { ...facts.address, section: entry.key };
  const owner = facts.owners[entry.key];
  return (
    <li>
      <AppLink
        href={mode === 'write' ? paths.write(target) : paths.document({ ...facts.address, field: entry.key })}
        data-name={entry.title}
        aria-current={current ? 'page' : undefined}
        className={classNames(
          'grid min-h-8 grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-2 rounded-control px-1 hover:text-accent pointer-coarse:min-h-11',
          current && 'font-semibold',
        )}
      >
        {current ? (
          <Mark of="here" className="size-3" />
        ) : stands?.complete ? (
          <Icon of={Check} className="text-ink-3" />
        ) : (
          <span />
        )}
        <span className="flex min-w-0 items-baseline gap-1.5">
          <span className="text-pretty">{entry.title}</span>
          {owner?.gone === null ? (
            <span title={ownerWords(owner)} className="text-t-0 font-normal text-ink-3">
              <span aria-hidden>{initialsOf(owner.name)}</span>
              <span className="sr-only">, {ownerWords(owner)}</span>
            </span>
          ) : null}
        </span>
        <span className="flex items-center gap-1.5 text-t-1 font-normal text-ink-2">
          {stands?.complete ? <span className="sr-only">, all answered</span> : null}
          {stands === null || stands.worst === null ? null : (
            <span className="flex items-center gap-0.5">
              <Mark of={stands.worst} className="size-3" named />
              {stands.findings}
            </span>
          )}
          {stands !== null && stands.open > 0 ? (
            <span title={stands.open === 1 ? '1 open question' : `${stands.open} open questions`}>
              {stands.open}?<span className="sr-only"> open</span>
            </span>
          ) : null}
        </span>
      </AppLink>
    </li>
  );
}
