'use client';

import { useState } from 'react';
import { partOnUse } from '#components/forms/late.tsx';
import { Button } from '#components/ui/button.tsx';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { shownDateTime } from '#lib/format/dates.ts';
import { FORMER } from '#lib/domain/threads/thread-words.ts';
import { CommentForm } from './comment-form.tsx';
import type { ShownThread, ThreadDesk } from './thread-desk.ts';
import { useAct } from './use-act.ts';

// Reading Markdown takes more code than all else of threads.
const CommentBody = partOnUse(async () => (await import('./comment-body.tsx')).CommentBody);

interface CommentProps {
  readonly desk: ThreadDesk;
  readonly number: number;
  readonly comment: ShownThread['said'][number];
}

/** One comment, what it said before, and what its author can do with it. */
export function OneComment({ desk, number, comment }: CommentProps) {
  const { facts } = useWorksheet();
  const act = useAct();
  const [changing, setChanging] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const { id, author, at, body, earlier, deletedAt } = comment;
  if (deletedAt !== null) return <li className="text-ink-3 italic">A comment was deleted.</li>;
  if (changing)
    return (
      <li>
        <CommentForm
          label="Your comment"
          action="Save"
          takesFocus
          first={body}
          onType={() => undefined}
          onCancel={() => setChanging(false)}
          send={async ({ body: changed }) => {
            await desk.change(number, (threads, place) =>
              threads.changeComment({ ...place, number, comment: id, body: changed }),
            );
            setChanging(false);
          }}
        />
      </li>
    );
  const mine = author?.id === facts.user.id;
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
        <span className="font-semibold text-ink">{author?.name ?? FORMER}</span>
        {author?.id === null ? <span>from a file</span> : null}
        <time dateTime={at.toISOString()}>{shownDateTime(at, facts.dates)}</time>
        {mine && !deleting ? (
          <span className="flex gap-2">
            <button type="button" className="link touch-target" onClick={() => setChanging(true)}>
              Change
            </button>
            <button type="button" className="link touch-target" onClick={() => setDeleting(true)}>
              Delete
            </button>
          </span>
        ) : null}
      </p>
      {deleting ? (
        <p role="status" className="flex flex-wrap items-center gap-2 py-1">
          Its words and what it said before go for good.
          <Button
            size="compact"
            look="danger"
            onClick={() =>
              act(() =>
                desk.change(number, (threads, place) => threads.deleteComment({ ...place, number, comment: id })),
              )
            }
          >
            Delete it
          </Button>
          <Button size="compact" onClick={() => setDeleting(false)}>
            Keep it
          </Button>
        </p>
      ) : null}
      <CommentBody body={body} />
      {earlier.length === 0 ? null : (
        <details>
          <summary className="min-h-6 w-fit text-ink-3">Changed</summary>
          <ol className="flex flex-col gap-2 border-l border-hairline pl-2">
            {earlier.map((wording) => (
              <li key={wording.until.toISOString()}>
                <p className="text-ink-3">
                  Until <time dateTime={wording.until.toISOString()}>{shownDateTime(wording.until, facts.dates)}</time>
                </p>
                <CommentBody body={wording.body} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}
