'use client';

import { useCallback, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { Option } from '#components/forms/option.tsx';
import { PeopleList } from '#components/forms/people-list.tsx';
import { useAnswer } from '#components/forms/use-answer.ts';
import { usePopoverBeside } from '#components/forms/use-popover-beside.ts';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { begunCall, callOf, type BegunCall, type Mentionable } from '#lib/domain/threads/mentions.ts';

type MentionBoxProps = Omit<ComponentProps<'textarea'>, 'ref' | 'onInput' | 'onKeyDown'> & {
  readonly id: string;
  readonly onType: (text: string) => void;
  /** Control or command with Enter. */
  readonly onSend: (form: HTMLFormElement | null) => void;
};

const NOBODY: readonly Mentionable[] = [];

/**
 * A box for a comment, which offers people after an @. The focus stays in the box: arrows move through the list, Enter
 * and Tab choose, Escape closes it.
 */
export function MentionBox({ id, onType, onSend, ...rest }: MentionBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [call, setCall] = useState<BegunCall | null>(null);
  const [active, setActive] = useState(0);
  const people = useCallable(call);
  const open = call !== null && people.length > 0;
  const list = usePopoverBeside(box, open);
  const listId = `${id}.people`;

  function look() {
    const element = box.current;
    const caret = element === null || element.selectionStart !== element.selectionEnd ? null : element.selectionStart;
    const begun = caret === null ? null : begunCall(element?.value.slice(0, caret) ?? '');
    if (begun?.typed !== call?.typed) setActive(0);
    setCall(begun);
  }

  function choose(at: number) {
    const [element, person] = [box.current, people[at]];
    if (element === null || person === undefined || call === null) return;
    element.setRangeText(`${callOf(person, people)} `, call.at, element.selectionStart, 'end');
    setCall(null);
    onType(element.value);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend(event.currentTarget.form);
    else if (!open || event.nativeEvent.isComposing) return;
    else if (event.key === 'ArrowDown') setActive((active + 1) % people.length);
    else if (event.key === 'ArrowUp') setActive((active + people.length - 1) % people.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(active);
    else if (event.key === 'Escape') setCall(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <textarea
        {...rest}
        ref={box}
        id={id}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}.${active}` : undefined}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value);
          look();
        }}
        onSelect={look}
        onBlur={() => setCall(null)}
        onKeyDown={onKeyDown}
      />
      <PeopleList list={list} id={listId}>
        {people.map((person, index) => (
          <Option
            key={person.id}
            id={`${listId}.${index}`}
            active={index === active}
            onActive={() => setActive(index)}
            onChoose={() => choose(index)}
          >
            <bdi className="truncate">{person.name}</bdi>
          </Option>
        ))}
      </PeopleList>
      <p role="status" className="sr-only">
        {open
          ? `${people.length === 1 ? 'One person' : `${people.length} people`} to choose from with the arrow keys.`
          : ''}
      </p>
    </>
  );
}

/** Who can be called by what is typed. */
function useCallable(call: BegunCall | null): readonly Mentionable[] {
  const { facts } = useWorksheet();
  // Whom they cannot be offered, they call by the whole name.
  const ask = useCallback((text: string) => findCallable(facts.address, text).catch(() => NOBODY), [facts.address]);
  const typed = call?.typed ?? null;
  const { answer } = useAnswer(typed, ask, NOBODY);
  // Whoever types on and presses Enter must not get somebody who was found for less.
  return typed === null ? NOBODY : answer.filter(({ name }) => hasWord(name, typed));
}

function hasWord(name: string, begin: string): boolean {
  return ` ${name.toLowerCase()}`.includes(` ${begin.trim().toLowerCase()}`);
}

async function findCallable(at: { readonly workspace: string; readonly project: string }, text: string) {
  const { api } = await import('#lib/client/api.ts');
  return (await api.threads.people({ ...at, text })).items;
}
