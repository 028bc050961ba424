'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Icon } from '#components/ui/icon.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Section } from '#lib/domain/worksheets/definition.ts';
import { paths } from '#lib/paths.ts';
import { FieldGroups } from './field-groups.tsx';
import { NextQuestion } from './next-question-foot.tsx';
import { OwnerLine } from './section-owner.tsx';
import { useShown, useWorksheet, type SectionEntry } from './worksheet-context.ts';

interface SectionSheetProps {
  readonly section: Section;
  /** What its lists say while they hold nothing, by their path. */
  readonly whenEmpty: Readonly<Record<string, string>>;
}

/** One section in Write. */
export function SectionSheet({ section, whenEmpty }: SectionSheetProps) {
  const { facts } = useWorksheet();
  const { assessment } = useShown();
  const asked = facts.sections.filter(({ key }) => key === section.key || !assessment.ruledOut.includes(key));
  const at = asked.findIndex(({ key }) => key === section.key);
  return (
    <>
      <header className="pb-2">
        <div className="flex items-start gap-3 lg:-ml-9">
          <span aria-hidden className="min-w-6 font-serif text-t-5 font-normal text-ink-3 lg:text-right">
            {asked[at]?.number}
          </span>
          <h1 id={section.key} tabIndex={-1} className="min-w-0 flex-1 font-serif text-t-5">
            {section.title}
          </h1>
          <nav aria-label="Neighbouring sections" className="flex gap-2">
            <Neighbour entry={asked[at - 1]} direction="previous" />
            <Neighbour entry={asked[at + 1]} direction="next" />
          </nav>
        </div>
        <p className="pt-1 font-serif text-t-3 text-pretty text-ink-2">{section.intro}</p>
        <OwnerLine section={section.key} title={section.title} className="mt-1" />
      </header>
      {assessment.ruledOut.includes(section.key) ? (
        <p className="border-l-2 border-hairline pl-3 text-ink-2">
          This section does not apply to the kind of task that was chosen. What is written here is kept.
        </p>
      ) : null}
      <FieldGroups fields={section.fields} at={section.key} whenEmpty={whenEmpty} />
      <NextSection entry={asked[at + 1]} />
      <NextQuestion page={section.key} />
    </>
  );
}

interface NeighbourProps {
  readonly entry: SectionEntry | undefined;
  readonly direction: 'previous' | 'next';
}

function Neighbour({ entry, direction }: NeighbourProps) {
  const { facts } = useWorksheet();
  if (entry === undefined) return null;
  const word = direction === 'previous' ? 'Previous' : 'Next';
  return (
    <AppLink
      href={paths.write({ ...facts.address, section: entry.key })}
      aria-label={`${word} section, ${entry.number}: ${entry.title}`}
      className="flex min-h-9 min-w-9 items-center justify-center gap-1 text-ink-2 hover:text-accent pointer-coarse:min-h-11"
    >
      {direction === 'previous' ? <Icon of={ChevronLeft} /> : null}
      {entry.number}
      {direction === 'next' ? <Icon of={ChevronRight} /> : null}
    </AppLink>
  );
}

function NextSection({ entry }: { readonly entry: SectionEntry | undefined }) {
  const { facts } = useWorksheet();
  if (entry === undefined) return null;
  return (
    <p className="pt-6">
      <AppLink
        href={paths.write({ ...facts.address, section: entry.key })}
        className="link inline-flex min-h-6 items-center pointer-coarse:min-h-11"
      >
        Next: {entry.title}
      </AppLink>
    </p>
  );
}
