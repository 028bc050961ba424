'use client';

import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/control-look.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { FieldError, FieldFrame } from '#components/ui/field-frame.tsx';
import type { Json } from '#lib/domain/json.ts';
import { limits } from '#lib/domain/limits.ts';
import { draftAnswer } from './answer-state.ts';
import { useEditing, type PersonChoice } from './editing.ts';
import { PersonBox } from './person-box.tsx';
import { useAction } from './use-action.ts';

interface AskFormProps {
  readonly path: string;
  readonly label: string;
  readonly onClose: () => void;
}

interface Asked {
  readonly person: string;
  /** What stood there before, for the way back. */
  readonly before: Json | undefined;
}

/** Hands a question to somebody, in its own place: who, until when, and a sentence; then the link to send them. */
export function AskForm({ path, label, onClose }: AskFormProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <div className="my-2 border-l-2 border-accent bg-page px-3 py-3">
      {asked === null ? (
        <Asking path={path} label={label} onAsked={setAsked} onClose={onClose} />
      ) : (
        <Done path={path} asked={asked} onClose={onClose} />
      )}
    </div>
  );
}

interface AskingProps extends AskFormProps {
  readonly onAsked: (asked: Asked) => void;
}

function Asking({ path, label, onAsked, onClose }: AskingProps) {
  const editing = useEditing();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [person, setPerson] = useState<PersonChoice | null>(null);
  const [typed, setTyped] = useState('');
  const [by, setBy] = useState('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { run, running, failure } = useAction();
  const wrong = problem ?? failure ?? undefined;
  const answered = draftAnswer(editing.valueAt(path)).state === 'answered';

  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  function send(event: SyntheticEvent) {
    event.preventDefault();
    const found = problemOf(person, typed, by, editing.today);
    setProblem(found);
    if (found !== null || person === null) return;
    const before = editing.valueAt(path);
    run('ask', async () => {
      await editing.ask(path, { person: person.id, by: by || undefined, note: note.trim() || undefined });
      onAsked({ person: person.name, before });
    });
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in any of its boxes gives it up
    <form
      ref={form}
      noValidate
      aria-label={`Ask someone: ${label}`}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      className="flex flex-col gap-3 text-t-1"
    >
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <div className="min-w-56 flex-1">
          <FieldFrame id={`${id}-who`} label="Ask">
            <PersonBox
              id={`${id}-who`}
              describedBy={wrong === undefined ? undefined : `${id}-problem-error`}
              invalid={problem !== null && person === null}
              onChoose={(chosen, text) => {
                setPerson(chosen);
                setTyped(text);
              }}
            />
          </FieldFrame>
        </div>
        <FieldFrame id={`${id}-by`} label="Answer by" optional>
          <input
            id={`${id}-by`}
            type="date"
            value={by}
            min={editing.today}
            onChange={(event) => setBy(event.target.value)}
            className={controlLook('h-7.5 w-36!')}
          />
        </FieldFrame>
      </div>
      <FieldFrame id={`${id}-note`} label="A sentence to them" optional>
        <input
          id={`${id}-note`}
          type="text"
          value={note}
          maxLength={limits.lineLength}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
          className={controlLook('h-7.5')}
        />
      </FieldFrame>
      {person === null || person.writes ? null : (
        <p className="text-ink-2">
          {person.name} is a {person.role}: they read the question and tell somebody who may write.
        </p>
      )}
      {answered ? <p className="text-ink-2">The answer that stands there makes way; Undo brings it back.</p> : null}
      {wrong === undefined ? null : (
        <div role="alert">
          <FieldError id={`${id}-problem`} error={wrong} />
        </div>
      )}
      <div className="flex gap-2">
        <Button type="submit" size="compact" look="primary" pending={running !== null}>
          Ask
        </Button>
        <Button size="compact" look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function problemOf(person: PersonChoice | null, typed: string, by: string, today: string): string | null {
  if (person === null && typed.trim() === '') return 'Say who is asked.';
  if (person === null) return `Choose one of the people who see this project; ‘${typed.trim()}’ is none of them.`;
  return by !== '' && by < today ? 'This day is over. Choose today or a later one.' : null;
}

function Done({ path, asked, onClose }: { path: string; asked: Asked; onClose: () => void }) {
  const editing = useEditing();
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => said.current?.focus(), []);
  const takeBack = () => {
    editing.set(path, asked.before ?? null);
    editing.leave();
    onClose();
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-t-1">
      <p ref={said} tabIndex={-1} className="min-w-48 flex-1">
        {asked.person} is asked, and finds it under “Your turn”. Send them the link if it cannot wait.
      </p>
      <CopyButton
        text={() => new URL(editing.questionHref(path), location.origin).href}
        label="Copy link"
        size="compact"
      />
      <Button size="compact" look="quiet" onClick={takeBack}>
        Undo
      </Button>
      <Button size="compact" look="quiet" onClick={onClose}>
        Done
      </Button>
    </div>
  );
}
