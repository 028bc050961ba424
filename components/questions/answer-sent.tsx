'use client';

import { useEffect, useRef, useState } from 'react';
import { draftAnswer } from '#components/forms/answer-state.ts';
import { useDraftValue, useEditing } from '#components/forms/editing.ts';
import { Button } from '#components/ui/button.tsx';
import { useFieldHref } from '#components/worksheets/field-href.ts';
import { useSaveState } from '#components/worksheets/worksheet-context.ts';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { paths } from '#lib/paths.ts';

interface AnswerSentProps {
  readonly path: string;
  /** Of the question. */
  readonly title: string;
  /** Name of whoever asked. */
  readonly asker: string | null;
}

/** The end of answering: a button, and then what has become of the answer. */
export function AnswerSent({ path, title, asker }: AnswerSentProps) {
  const editing = useEditing();
  const hrefOf = useFieldHref();
  const { state } = draftAnswer(useDraftValue(path));
  const saved = useSaveState().kind === 'saved';
  const [done, setDone] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const answered = state === 'answered' || state === 'not-applicable';

  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);

  if (done && answered) {
    return (
      <div className="mt-4 border-l-2 border-accent pl-3">
        <p ref={said} tabIndex={-1}>
          {saved ? 'Answered.' : 'Answered; it is kept here until the server has it.'}{' '}
          {asker === null ? 'It stands in the worksheet.' : `${asker} sees it in the worksheet.`}
        </p>
        <p className="flex flex-wrap gap-x-6 pt-1">
          <AppLink href={hrefOf(path)} className="link">
            See it in the worksheet
          </AppLink>
          <AppLink href={paths.home()} className="link">
            What else waits for you
          </AppLink>
        </p>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-4">
      <Button
        look="primary"
        disabledReason={editing.locked ?? reasonNot(state)}
        onClick={() => {
          editing.leave();
          setDone(true);
        }}
      >
        Answer<span className="sr-only"> ‘{title}’</span>
      </Button>
      <AppLink href={hrefOf(path)} className="link text-t-1">
        Open it in the worksheet
      </AppLink>
    </div>
  );
}

function reasonNot(state: string): string | undefined {
  if (state === 'unreadable') return 'This cannot be read yet.';
  return state === 'unknown' || state === 'blank' ? 'Write the answer first. It is kept as you type.' : undefined;
}
