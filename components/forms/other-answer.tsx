'use client';

import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';
import type { DraftAnswer } from './answer-state.ts';
import { useEditing } from './editing.ts';

type Other = Extract<DraftAnswer, { state: 'unknown' | 'not-applicable' }>;

/** What stands in the place of the box when a question is answered without an answer. */
export function OtherAnswer({ answer, path, id }: { answer: Other; path: string; id: string }) {
  return answer.state === 'unknown' ? (
    <NotKnownYet answer={answer} path={path} id={id} />
  ) : (
    <DoesNotApply reason={answer.reason} path={path} id={id} />
  );
}

function NotKnownYet({ answer, path, id }: { answer: Extract<Other, { state: 'unknown' }>; path: string; id: string }) {
  const editing = useEditing();
  const suggestions = useId();
  const set = (who: string, by: string) =>
    editing.set(path, { unknown: { ...(who === '' ? {} : { who }), ...(by === '' ? {} : { by }) } });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control border border-dashed border-edge px-3 py-2 text-t-1">
      <span className="text-ink-2">Not known yet.</span>
      <label className="flex items-center gap-2">
        Who finds out
        <input
          id={id}
          type="text"
          value={answer.who}
          list={suggestions}
          maxLength={120}
          autoComplete="off"
          readOnly={editing.locked !== null}
          onChange={(event) => set(event.target.value, answer.by)}
          onBlur={editing.leave}
          className={controlLook('h-7.5 w-40!')}
        />
        <datalist id={suggestions}>
          {editing.people.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </datalist>
      </label>
      <label className="flex items-center gap-2">
        by
        <input
          type="date"
          value={answer.by}
          readOnly={editing.locked !== null}
          onChange={(event) => set(answer.who, event.target.value)}
          onBlur={editing.leave}
          className={controlLook('h-7.5 w-36!')}
        />
      </label>
      <AnswerInstead path={path} />
    </div>
  );
}

function DoesNotApply({ reason, path, id }: { reason: string; path: string; id: string }) {
  const editing = useEditing();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-l-2 border-hairline pl-3 text-t-1 text-ink-3">
      <label className="flex min-w-60 flex-1 items-center gap-2">
        <span className="whitespace-nowrap">Does not apply, because</span>
        <input
          id={id}
          type="text"
          value={reason}
          maxLength={1000}
          autoComplete="off"
          readOnly={editing.locked !== null}
          onChange={(event) => editing.set(path, { notApplicable: event.target.value })}
          onBlur={editing.leave}
          className={controlLook('h-7.5')}
        />
      </label>
      <AnswerInstead path={path} />
    </div>
  );
}

function AnswerInstead({ path }: { path: string }) {
  const editing = useEditing();
  return (
    <Button
      look="quiet"
      size="compact"
      disabledReason={editing.locked ?? undefined}
      onClick={() => {
        editing.set(path, null);
        editing.leave();
      }}
    >
      Answer instead
    </Button>
  );
}
