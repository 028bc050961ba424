import type { ReactNode } from 'react';
import { Blocks } from '#components/documents/blocks.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { readMarkdown } from '#lib/domain/documents/markdown-source.ts';
import type { DecisionContent, DecisionLink, DecisionStatus } from '#lib/domain/worksheets/decision.ts';
import { shownPlainDate } from '#lib/format/dates.ts';
import { paths } from '#lib/paths.ts';
import { DecisionOptions } from './decision-options.tsx';
import { statusWords } from './decision-words.ts';

export interface ShownDecision {
  readonly number: number;
  readonly status: DecisionStatus;
  readonly content: DecisionContent;
  readonly links: readonly DecisionLink[];
  readonly supersedes: readonly number[];
  readonly supersededBy: number | null;
  readonly others: readonly { readonly number: number; readonly title: string }[];
}

interface DecisionMemoProps {
  readonly at: { readonly workspace: string; readonly project: string };
  readonly decision: ShownDecision;
  readonly locale: string;
  /** Plain date in the zone of the workspace. */
  readonly today: string;
}

/** A decision as one reads it: what was chosen and why, what else there was, and what follows. */
export function DecisionMemo({ at, decision, locale, today }: DecisionMemoProps) {
  const { content, status } = decision;
  const chosen = content.options.find(({ id }) => id === content.chosen);
  return (
    <article className="min-w-0">
      <header className="border-b border-hairline pb-4">
        <h1 className="font-serif text-t-5 break-words sm:text-t-6">
          <span className="font-normal text-ink-3">{decision.number}</span> <bdi>{content.title}</bdi>
        </h1>
        <p className="mt-1 text-ink-2">{standing(decision, locale)}</p>
        <Succession at={at} decision={decision} />
      </header>
      <section aria-label="Outcome" className="mt-6">
        {chosen === undefined ? (
          content.outcome === '' ? (
            <p className="font-serif text-t-3 text-ink-2">
              {status === 'proposed' ? 'Nothing is chosen yet.' : 'No reason is written down.'}
            </p>
          ) : null
        ) : (
          <p className="font-serif text-t-4">Chosen: {chosen.title}</p>
        )}
        <Blocks blocks={readMarkdown(content.outcome)} />
      </section>
      <Part title="Context" text={content.context}>
        {content.drivers.length === 0 ? null : (
          <>
            <h3 className="mt-4 mb-1 font-semibold">What counts</h3>
            <ul className="list-disc pl-5">
              {content.drivers.map((driver) => (
                <li key={driver} className="prose">
                  {driver}
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
      <DecisionOptions content={content} />
      <Part title="Consequences" text={content.consequences} />
      <Part title="How it is confirmed" text={content.confirmation} />
      <Further content={content} locale={locale} due={isDue(decision, today)} />
    </article>
  );
}

function isDue({ status, content }: ShownDecision, today: string): boolean {
  const open = status === 'proposed' || status === 'accepted';
  return open && content.reviewBy !== null && content.reviewBy <= today;
}

/** 'Accepted on 15 Oct 2026 by the head of payments' in the words that there are. */
function standing({ status, supersededBy, content }: ShownDecision, locale: string): string {
  const parts = [
    statusWords({ status, supersededBy }),
    ...(content.date === null ? [] : [shownPlainDate(content.date, locale)]),
    ...(content.makers.length === 0 ? [] : [content.makers.map(({ name }) => name).join(', ')]),
  ];
  return parts.join(' · ');
}

function Succession({ at, decision }: Pick<DecisionMemoProps, 'at' | 'decision'>) {
  const { supersedes, supersededBy, others, status } = decision;
  const linked = (number: number) => {
    const title = others.find((other) => other.number === number)?.title ?? '';
    return (
      <AppLink key={number} href={paths.decisions({ ...at, number })} className="link">
        {number} {title}
      </AppLink>
    );
  };
  return (
    <>
      {supersededBy === null ? null : <p className="mt-1">Superseded by {linked(supersededBy)}</p>}
      {supersedes.length === 0 ? null : (
        <p className="mt-1">
          {status === 'proposed' ? 'Is to supersede ' : 'Supersedes '}
          {supersedes.flatMap((number, index) => (index === 0 ? [linked(number)] : [', ', linked(number)]))}
        </p>
      )}
    </>
  );
}

function Part({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  if (text === '' && !children) return null;
  return (
    <section className="mt-8">
      <h2 className="font-serif text-t-4">{title}</h2>
      <Blocks blocks={readMarkdown(text)} />
      {children}
    </section>
  );
}

interface FurtherProps {
  readonly content: DecisionContent;
  readonly locale: string;
  readonly due: boolean;
}

function Further({ content, locale, due }: FurtherProps) {
  const { reviewBy, reviewTrigger, consulted, informed, tags, neededForApproval } = content;
  const names = (people: DecisionContent['makers']) => people.map(({ name }) => name).join(', ');
  const again = [
    ...(reviewBy === null ? [] : [`by ${shownPlainDate(reviewBy, locale)}${due ? ' (due)' : ''}`]),
    ...(reviewTrigger === '' ? [] : [`when ${reviewTrigger}`]),
  ].join(', or ');
  const rows = [
    ['Looked at again', again],
    ['Consulted', names(consulted)],
    ['Informed', names(informed)],
    ['Tags', tags.join(', ')],
    ['Approval', neededForApproval ? 'waits until this is decided' : ''],
  ].filter(([, words]) => words !== '');
  if (rows.length === 0) return null;
  return (
    <dl className="mt-8 grid gap-x-4 gap-y-1 border-t border-hairline pt-4 sm:grid-cols-[9rem_1fr]">
      {rows.map(([label, words]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="min-w-0 break-words max-sm:mb-2">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
