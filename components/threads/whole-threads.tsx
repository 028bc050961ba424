'use client';

import { useSearchParams } from 'next/navigation';
import { useId, useState } from 'react';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { FieldLink } from '#components/worksheets/field-link.tsx';
import { usePanel } from '#components/worksheets/panel-state.ts';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { paths } from '#lib/paths.ts';
import { KIND_NAMES } from '#lib/domain/threads/thread-words.ts';
import { BeginButton } from './begin-button.tsx';
import { NewThread } from './new-thread.tsx';
import { PutElsewhere } from './put-elsewhere.tsx';
import { ThreadCard } from './thread-card.tsx';
import type { ThreadLine } from './thread-desk.ts';
import { countWords } from './thread-words.ts';
import { useThreads } from './use-threads.ts';

/** All threads of the worksheet; those on the whole or on a section stand here in full. */
export function WholeThreads() {
  const desk = useThreads();
  const [all, setAll] = useState(false);
  const { facts } = useWorksheet();
  const asked = askedThread(useSearchParams().get('panel'));
  const lines = desk.lines ?? [];
  const { open } = desk;
  const shown = all ? lines : lines.filter(({ number, resolvedAt }) => resolvedAt === null || number === asked);
  return (
    <section aria-labelledby="panel-threads" className="flex flex-col gap-2 text-t-1">
      <div className="flex items-center justify-between gap-2">
        <h2 id="panel-threads" className="font-semibold">
          Threads {open.length}
        </h2>
        {lines.length === open.length ? null : (
          <button
            type="button"
            aria-pressed={all}
            onClick={() => setAll(!all)}
            className="touch-target min-h-6 text-ink-2 hover:text-accent aria-pressed:font-semibold aria-pressed:text-ink"
          >
            With resolved
          </button>
        )}
      </div>
      <PutElsewhere path="" />
      {desk.lines !== null && lines.length === 0 ? (
        <p className="text-ink-2">No comments yet. Select text in Read to start one.</p>
      ) : null}
      {desk.failed ? <p className="text-ink-2">The server does not answer; comments may be missing.</p> : null}
      <ul>
        {shown.map((line) => (
          <li key={line.number} data-thread={line.number} ref={line.number === asked ? intoView : undefined}>
            {isWide(line) || line.number === asked ? <ThreadCard line={line} /> : <LineLink line={line} />}
          </li>
        ))}
      </ul>
      <CommentOn />
      {lines.length === 0 ? null : (
        <AppLink href={paths.threads(facts.address)} className="link w-fit">
          All threads, to search
        </AppLink>
      )}
    </section>
  );
}

/** Of an address that leads to one: `thread.41`. */
function askedThread(panel: string | null): number | null {
  const number = /^thread\.(\d+)$/.exec(panel ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** On no field that one could go to. */
function isWide({ place }: ThreadLine): boolean {
  return !place.path.includes('.');
}

function LineLink({ line }: { readonly line: ThreadLine }) {
  const panel = usePanel();
  return (
    <p className="border-t border-hairline py-1" onClickCapture={() => panel.show('field')}>
      <FieldLink path={line.place.path} className="block hover:text-accent">
        <span className="font-semibold">{KIND_NAMES[line.kind]}</span>{' '}
        <span className="text-ink-3">#{line.number}</span> {line.place.label}
        <span className="line-clamp-2 text-ink-2">{line.first}</span>
      </FieldLink>
      <span className="text-ink-3">
        {countWords(line.comments)}
        {line.unread > 0 ? `, ${line.unread} new` : ''}
        {line.blocking ? ', blocking' : ''}
      </span>
    </p>
  );
}

/** A comment on the whole document or on a section: what has no field to go to. */
function CommentOn() {
  const desk = useThreads();
  const { facts } = useWorksheet();
  const id = useId();
  const { beginning } = desk;
  if (beginning === null || beginning.path.includes('.'))
    return <BeginButton path="">Comment on the document</BeginButton>;
  return (
    <>
      <label htmlFor={id} className="flex items-center gap-2 text-ink-2">
        About
        <select
          id={id}
          value={beginning.path}
          onChange={({ currentTarget }) => desk.begin({ path: currentTarget.value })}
          className="touch-target h-7.5 min-w-0 rounded-control border border-edge bg-sheet px-1 text-t-1 text-ink"
        >
          <option value="">The whole document</option>
          {facts.sections.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <NewThread place={beginning} />
    </>
  );
}
