'use client';

import { Ellipsis } from 'lucide-react';
import { useEffect, useState } from 'react';
import { DecisionLinks } from '#components/decisions/decision-links.tsx';
import { useDecisions } from '#components/decisions/use-decisions.ts';
import { useEditing } from '#components/forms/editing.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { threadKinds } from '#lib/domain/threads/thread.ts';
import { paths } from '#lib/paths.ts';
import { FORMER, KIND_NAMES, placeWords } from '#lib/domain/threads/thread-words.ts';
import { CommentForm } from './comment-form.tsx';
import { OneComment } from './one-comment.tsx';
import { Quote } from './new-thread.tsx';
import type { ShownThread, ThreadDesk, ThreadLine } from './thread-desk.ts';
import { untoldWords } from './thread-words.ts';
import { useAct } from './use-act.ts';
import { useThreads } from './use-threads.ts';

/** One thread with all that was said in it, and what its reader can do. */
export function ThreadCard({ line }: { readonly line: ThreadLine }) {
  const desk = useThreads();
  const { number, place } = line;
  const thread = desk.thread(number);
  const [failed, setFailed] = useState(false);
  const onPassage = place.original !== '' && place.original !== place.label;
  useEffect(() => {
    if (thread !== undefined) return;
    let over = false;
    desk.load(number).catch(() => {
      if (!over) setFailed(true);
    });
    return () => {
      over = true;
    };
  }, [desk, number, thread]);
  const happened = placeWords(place, onPassage);
  return (
    <article
      aria-label={`Thread ${number}`}
      tabIndex={-1}
      className="flex flex-col gap-2 border-t border-hairline pt-2 pb-3 text-t-1"
    >
      <header className="flex items-center gap-2">
        <p className="min-w-0 flex-1">
          <span className="font-semibold">{KIND_NAMES[line.kind]}</span> <span className="text-ink-3">#{number}</span>
          {line.blocking ? <span className="text-error"> · blocking</span> : null}
          {line.resolvedAt === null ? null : <span className="text-ink-2"> · resolved</span>}
          {line.unread > 0 ? <span className="text-accent"> · {line.unread} new</span> : null}
        </p>
        {thread === undefined ? null : <ThreadMenu desk={desk} thread={thread} />}
      </header>
      {onPassage ? <Quote words={place.original} gone={place.state === 'outdated'} /> : null}
      {happened === '' ? null : <p className="text-ink-2">{happened}</p>}
      {thread === undefined ? (
        <p className="text-ink-2">{failed ? 'The server does not answer.' : line.first}</p>
      ) : (
        <Said desk={desk} thread={thread} />
      )}
    </article>
  );
}

interface CardProps {
  readonly desk: ThreadDesk;
  readonly thread: ShownThread;
}

function ThreadMenu({ desk, thread }: CardProps) {
  const act = useAct();
  const { number, can, blocking } = thread;
  return (
    <Menu
      size="compact"
      align="end"
      className="px-1!"
      label={`Thread ${number}: kind and place`}
      trigger={<Icon of={Ellipsis} />}
      items={[
        ...threadKinds.map((kind) => ({
          label: KIND_NAMES[kind],
          current: kind === thread.kind,
          disabledReason: reasonOf(can['classify']),
          onSelect: () => act(() => desk.change(number, (threads, at) => threads.classify({ ...at, number, kind }))),
        })),
        {
          label: blocking ? 'No longer blocking' : 'Blocking',
          disabledReason: reasonOf(can['block']),
          onSelect: () =>
            act(() => desk.change(number, (threads, at) => threads.block({ ...at, number, blocking: !blocking }))),
        },
        {
          label: 'Put elsewhere …',
          disabledReason: reasonOf(can['reattach']),
          onSelect: () => desk.move(number),
        },
      ]}
    />
  );
}

function reasonOf(ability: true | string | undefined): string | undefined {
  return typeof ability === 'string' ? ability : undefined;
}

function Said({ desk, thread }: CardProps) {
  const act = useAct();
  const { announce } = useEditing();
  const { facts } = useWorksheet();
  const { number, can, place, resolvedAt, resolvedBy } = thread;
  const decided = useDecisions().from(number);
  const key = `reply ${number}`;
  const [replying, setReplying] = useState((desk.drafts.get(key) ?? '') !== '');
  const resolve = () =>
    act(async () => {
      await desk.change(number, (threads, at) => threads.resolve({ ...at, number }));
      announce(`Thread ${number} is resolved.`, () =>
        act(() => desk.change(number, (threads, at) => threads.reopen({ ...at, number }))),
      );
    });
  return (
    <>
      <ol className="flex flex-col gap-2">
        {thread.said.map((comment) => (
          <OneComment key={comment.id} desk={desk} number={number} comment={comment} />
        ))}
      </ol>
      {resolvedAt === null ? null : <p className="text-ink-2">Resolved by {resolvedBy?.name ?? FORMER}.</p>}
      {replying ? (
        <CommentForm
          label="Reply"
          action="Reply"
          takesFocus
          onCancel={() => setReplying(false)}
          first={desk.drafts.get(key) ?? ''}
          onType={(body) => desk.drafts.set(key, body)}
          send={async ({ id, body }) => {
            const untold = untoldWords(
              await desk.change(number, (threads, at) => threads.reply({ ...at, number, id, body })),
            );
            setReplying(false);
            if (untold !== '') announce(untold);
          }}
        />
      ) : null}
      {decided.length === 0 ? null : <DecisionLinks at={facts.address} decisions={decided} />}
      <div className="flex flex-wrap items-center gap-3">
        {replying ? null : (
          <Button
            size="compact"
            data-act="reply"
            disabledReason={reasonOf(can['reply'])}
            onClick={() => setReplying(true)}
          >
            Reply
          </Button>
        )}
        {resolvedAt === null ? (
          <Button size="compact" data-act="resolve" disabledReason={reasonOf(can['resolve'])} onClick={resolve}>
            Resolve
          </Button>
        ) : (
          <Button
            size="compact"
            disabledReason={reasonOf(can['reopen'])}
            onClick={() => act(() => desk.change(number, (threads, at) => threads.reopen({ ...at, number })))}
          >
            Open again
          </Button>
        )}
        {facts.locked === null && decided.length === 0 ? (
          <AppLink
            href={paths.newDecision(facts.address, { field: place.path || undefined, thread: number })}
            className="link"
          >
            Make a decision
          </AppLink>
        ) : null}
      </div>
    </>
  );
}
