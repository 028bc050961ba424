'use client';

import { draftAnswer } from '#components/forms/answer-state.ts';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Json } from '#lib/domain/json.ts';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import { FieldLink } from './field-link.tsx';
import { gapBehind } from './gap-behind.ts';
import { useModeSwitch } from './mode-switch.ts';
import { pathWords } from './path-words.ts';
import { nothingMissing } from './stage-words.ts';
import { useShown, useWorksheet } from './worksheet-context.ts';

const LINK = 'link inline-flex min-h-6 items-center pointer-coarse:min-h-11';

/** At the foot of a page of Write: the next question without an answer, or that nothing is missing any more. */
export function NextQuestionLink({ page }: { readonly page: string }) {
  const { facts, store } = useWorksheet();
  const { assessment } = useShown();
  const { read } = useModeSwitch();
  const sections = facts.sections.map(({ key }) => key);
  const found = gapBehind(assessment.counts.gaps, page, sections);
  const gap = found === undefined ? undefined : firstBlank(found, (path) => store.valueAt(path));
  if (gap === undefined) {
    return (
      <>
        {nothingMissing(assessment.stage)}.{' '}
        <AppLink href={read} className={LINK}>
          Read the document
        </AppLink>
      </>
    );
  }
  return (
    <>
      Not answered yet:{' '}
      <FieldLink path={gap} className={LINK}>
        {pathWords(gap, (at) => store.valueAt(at))}
      </FieldLink>
      <kbd className="ml-2 font-code text-t-0 text-ink-3 pointer-coarse:hidden">Ctrl Enter</kbd>
    </>
  );
}

/** Of a group that lacks an answer, the first of its members that does; any other gap itself. */
function firstBlank(gap: string, valueAt: (path: string) => Json | undefined): string {
  const field = fieldAtPath(gap);
  if (field?.kind !== 'group') return gap;
  const members = Object.entries(field.fields).flatMap(([key, { needed }]) => (needed ? [`${gap}.${key}`] : []));
  return members.find((path) => ['blank', 'unreadable'].includes(draftAnswer(valueAt(path)).state)) ?? gap;
}
