'use client';

import { useCallback, useRef, useState, type KeyboardEvent } from 'react';
import { controlLook } from '#components/ui/control-look.ts';
import { useEditing, type PersonChoice } from './editing.ts';
import { Option } from './option.tsx';
import { PeopleList } from './people-list.tsx';
import { personNamed } from './person-named.ts';
import { useAnswer, type Answered } from './use-answer.ts';
import { usePopoverBeside } from './use-popover-beside.ts';

interface PersonBoxProps {
  readonly id: string;
  /** Names the box where no label points to it. */
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  /** What stands in it at first. */
  readonly first?: string;
  /** Choosing is all that one came for: who there is stands open at once, and only a choice counts, not a whole name. */
  readonly actsAtOnce?: boolean;
  /** Somebody chose a person, or typed what names nobody. */
  readonly onChoose: (person: PersonChoice | null, typed: string) => void;
  /** Stands after the people; choosing it is no person. */
  readonly otherwise?: { readonly label: string; readonly onChoose: () => void } | undefined;
  readonly className?: string;
}

type People = readonly PersonChoice[] | 'failed';

const NOBODY: readonly PersonChoice[] = [];

/**
 * A person by name or mail address, among those who see the project. A combobox with a list of options in the pattern
 * of the ARIA Authoring Practices: the focus stays in the box, arrows move through the list, Enter chooses.
 */
export function PersonBox(props: PersonBoxProps) {
  const { id, label, describedBy, invalid = false, first = '', actsAtOnce = false } = props;
  const { onChoose, otherwise, className } = props;
  const listId = `${id}.people`;
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(first);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = usePopoverBeside(box, open);
  const found = useFound(text, open);
  const people = found.answer === 'failed' ? NOBODY : found.answer;
  // Whoever types on and presses Enter must not get somebody who was found for less.
  const isCurrent = found.text === text.trim();
  const count = people.length + (otherwise === undefined ? 0 : 1);

  function choose(at: number) {
    setOpen(false);
    const person = people[at];
    if (person !== undefined) {
      setText(person.name);
      onChoose(person, person.name);
    } else if (at === people.length) otherwise?.onChoose();
  }

  function type(typed: string) {
    setText(typed);
    setActive(0);
    setOpen(true);
    onChoose(null, typed);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && !open) setOpen(true);
    else if (step !== 0 && count > 0) setActive((active + step + count) % count);
    else if (event.key === 'Enter' && open && count > 0 && !event.nativeEvent.isComposing) {
      if (isCurrent) choose(active);
    } else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function leave() {
    setOpen(false);
    const named = actsAtOnce ? null : personNamed(text, people);
    if (named !== null) onChoose(named, text);
  }

  return (
    <>
      <input
        ref={box}
        id={id}
        role="combobox"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && count > 0 ? `${listId}.${active}` : undefined}
        value={text}
        placeholder="Name or mail address"
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => {
          event.target.select();
          if (actsAtOnce) setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
        className={controlLook('h-7.5', className)}
      />
      <PeopleList
        list={list}
        id={listId}
        status={
          <p role="status" className="px-2 text-t-1 text-ink-2 not-empty:py-1">
            {statusOf(found)}
          </p>
        }
      >
        {people.map((person, index) => (
          <Option
            key={person.id}
            id={`${listId}.${index}`}
            active={index === active}
            onActive={() => setActive(index)}
            onChoose={() => choose(index)}
          >
            <span className="flex items-baseline justify-between gap-3">
              <bdi className="truncate">{person.name}</bdi>
              {person.writes ? null : <span className="shrink-0 text-t-1 text-ink-2">{person.role}, reads only</span>}
            </span>
            <span className="truncate text-t-1 text-ink-2">{person.email}</span>
          </Option>
        ))}
        {otherwise === undefined ? null : (
          <Option
            id={`${listId}.${people.length}`}
            active={active === people.length}
            onActive={() => setActive(people.length)}
            onChoose={() => choose(people.length)}
          >
            {otherwise.label}
          </Option>
        )}
      </PeopleList>
    </>
  );
}

function statusOf({ text, answer: people }: Answered<People>): string {
  if (people === 'failed') return 'The server does not answer. Type again to ask again.';
  const nobody = text !== null && people.length === 0;
  return nobody ? `Nobody here is called ‘${text}’. Searched those who see this project.` : '';
}

/** Who is found for a text, or that the server did not answer. */
function useFound(text: string, wanted: boolean): Answered<People> {
  const { findPeople } = useEditing();
  const ask = useCallback((asked: string): Promise<People> => findPeople(asked).catch(() => 'failed'), [findPeople]);
  return useAnswer<People>(wanted ? text : null, ask, NOBODY);
}
