'use client';

import { useId } from 'react';
import { textOf } from '#components/forms/form-values.ts';
import { useEditing } from '#components/forms/editing.ts';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { editsSent } from '#components/worksheets/edits-sent.ts';
import type { AskedPlace } from '#lib/domain/threads/anchor-at.ts';
import { threadKinds } from '#lib/domain/threads/thread.ts';
import { KIND_NAMES } from '#lib/domain/threads/thread-words.ts';
import { CommentForm } from './comment-form.tsx';
import { untoldWords } from './thread-words.ts';
import { useThreads } from './use-threads.ts';

/** The first comment of a thread, on a place or on a passage of it. */
export function NewThread({ place }: { readonly place: AskedPlace }) {
  const desk = useThreads();
  const { outbox } = useWorksheet();
  const { announce } = useEditing();
  const kindId = useId();
  const key = `new ${place.path} ${place.passage?.quote ?? ''}`;
  const close = () => {
    desk.drafts.delete(key);
    desk.begin(null);
  };
  return (
    <div className="flex flex-col gap-2 border-l-2 border-accent pl-3">
      {place.passage === undefined ? null : <Quote words={place.passage.quote} />}
      <CommentForm
        label="Comment"
        action="Comment"
        takesFocus
        first={desk.drafts.get(key) ?? ''}
        onType={(body) => desk.drafts.set(key, body)}
        onCancel={close}
        send={async ({ id, body, data }) => {
          const kind = threadKinds.find((one) => one === textOf(data, kindId)) ?? 'note';
          // The place is looked up in what the server has.
          await editsSent(outbox);
          const said = await desk.change(null, (threads, at) => threads.open({ ...at, ...place, id, body, kind }));
          close();
          const untold = untoldWords(said);
          if (untold !== '') announce(untold);
        }}
      >
        <label htmlFor={kindId} className="flex items-center gap-2 text-ink-2">
          Kind
          <select
            id={kindId}
            name={kindId}
            defaultValue="note"
            className="touch-target h-7.5 rounded-control border border-edge bg-sheet px-1 text-t-1 text-ink"
          >
            {threadKinds.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_NAMES[kind]}
              </option>
            ))}
          </select>
        </label>
      </CommentForm>
    </div>
  );
}

/** The words that a thread is on. */
export function Quote({ words, gone = false }: { readonly words: string; readonly gone?: boolean }) {
  const Tag = gone ? 'del' : 'span';
  return (
    <blockquote className="line-clamp-3 font-serif text-t-2 wrap-anywhere">
      <Tag className="bg-comment text-ink">{words}</Tag>
    </blockquote>
  );
}
