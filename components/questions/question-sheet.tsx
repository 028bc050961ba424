'use client';

import { useMemo, useState } from 'react';
import { draftAnswer } from '#components/forms/answer-state.ts';
import { EditingContext, useDraftValue, useEditing } from '#components/forms/editing.ts';
import { FieldBlock } from '#components/forms/field-block.tsx';
import { latePart } from '#components/forms/late.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageMain } from '#components/ui/page-main.tsx';
import { DerivedLines } from '#components/worksheets/derived-lines.tsx';
import { FieldAt } from '#components/worksheets/field-at.tsx';
import { PanelContext, type PanelState } from '#components/worksheets/panel-state.ts';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Field } from '#lib/domain/worksheets/definition.ts';
import { paths } from '#lib/paths.ts';
import { AnswerSent } from './answer-sent.tsx';
import { askedWords, type Asking } from './asked-words.ts';
import { ByWhen } from './by-when.tsx';

const QuestionFindings = latePart(async () => (await import('./question-findings.tsx')).QuestionFindings);

interface QuestionSheetProps {
  readonly path: string;
  readonly field: Field;
  /** The field in words, with the item that it is of. */
  readonly title: string;
  readonly section: { readonly key: string; readonly title: string };
  /** Path of the item that the field is of. */
  readonly item: string | null;
  readonly project: string;
  /** What the project is about, in one sentence. */
  readonly framing: string | undefined;
  readonly guidance: { readonly why: string; readonly good: string } | undefined;
  readonly asked: (Asking & { readonly note: string | null }) | null;
}

/** Nothing lies beside a single question: its findings stand under it. */
const NO_PANEL: PanelState = { view: 'field', part: null, open: false, show: () => undefined, close: () => undefined };

/** One question alone, for whoever was asked it: what it is about, why it is asked, and its box. */
export function QuestionSheet(props: QuestionSheetProps) {
  const { path, title, section, item, project, framing, guidance } = props;
  const { facts } = useWorksheet();
  const gone = useDraftValue(item ?? section.key) === undefined && item !== null;
  return (
    <PanelContext value={NO_PANEL}>
      <PageMain width="measure">
        <nav aria-label="Where this question stands" className="text-t-1 text-ink-2">
          <AppLink href={paths.document(facts.address)} className="link">
            <bdi>{project}</bdi>
          </AppLink>
          <span aria-hidden> › </span>
          <AppLink href={paths.document({ ...facts.address, field: section.key })} className="link">
            {section.title}
          </AppLink>
        </nav>
        {framing === undefined ? null : <p className="pt-1 font-serif text-t-3 text-pretty text-ink-2">{framing}</p>}
        <h1 className="pt-8 font-serif text-t-5 sm:text-t-6">
          <bdi>{title}</bdi>
        </h1>
        {gone ? (
          <EmptyState>
            Somebody has deleted what this question is about. Nobody waits for the answer any more.
          </EmptyState>
        ) : (
          <>
            <AskedLine {...props} />
            {guidance === undefined ? null : (
              <dl className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-y-1 pt-4">
                <dt className="text-ink-3">Why</dt>
                <dd>{guidance.why}</dd>
                <dt className="text-ink-3">Good</dt>
                <dd>{guidance.good}</dd>
              </dl>
            )}
            <Answering {...props} />
            <section aria-label="What is found about it" className="pt-4">
              <QuestionFindings path={path} />
            </section>
          </>
        )}
      </PageMain>
    </PanelContext>
  );
}

function AskedLine({ path, asked }: QuestionSheetProps) {
  const { facts } = useWorksheet();
  const answer = draftAnswer(useDraftValue(path));
  const { who, by } = answer.state === 'unknown' ? answer : { who: '', by: '' };
  const words = askedWords(asked, who, facts.user);
  return (
    <>
      {words === '' && by === '' ? null : (
        <p className="pt-1 text-ink-2">
          {words}
          {words !== '' && by !== '' ? ', ' : ''}
          {by === '' ? null : <ByWhen by={by} today={facts.today} locale={facts.dates.locale} />}
        </p>
      )}
      {asked === null || asked.note === null ? null : (
        <blockquote className="mt-2 border-l-2 border-hairline pl-3 font-serif text-t-3">{asked.note}</blockquote>
      )}
    </>
  );
}

/** The box, which keeps what is typed like every other; a box that is emptied leaves the question open as it was. */
function Answering({ path, field, title, asked }: QuestionSheetProps) {
  const editing = useEditing();
  const value = useDraftValue(path);
  const { state } = draftAnswer(value);
  const [open, setOpen] = useState(state === 'unknown' ? value : undefined);
  const [late] = useState(state === 'answered' || state === 'not-applicable');
  if (state === 'unknown' && value !== open) setOpen(value);
  const answering = useMemo(
    () => ({
      ...editing,
      set: (at: string, next: Parameters<typeof editing.set>[1]) =>
        editing.set(at, next === null && at === path ? (open ?? null) : next),
    }),
    [editing, path, open],
  );
  const whole = field.kind === 'list' || field.kind === 'group';
  return (
    <div className="pt-6">
      {late ? <Banner className="mb-3">It is answered already. Whoever knows better changes it here.</Banner> : null}
      {whole ? (
        <FieldAt field={field} path={path} />
      ) : (
        <EditingContext value={answering}>
          <FieldBlock asked field={field} path={path} under={<DerivedLines path={path} />} />
        </EditingContext>
      )}
      <AnswerSent path={path} title={title} asker={asked?.by?.name ?? null} />
    </div>
  );
}
