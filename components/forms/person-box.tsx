'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { controlLook } from '#components/ui/control-look.ts';
import { useEditing, type PersonChoice } from './editing.ts';
import { Option } from './option.tsx';
import { personNamed } from './person-named.ts';
import { listLook, usePopoverBeside } from './use-popover-beside.ts';

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

/** Who was found for which text. */
interface Found {
  readonly text: string | null;
  readonly people: readonly PersonChoice[] | 'failed';
}

const NOBODY: readonly PersonChoice[] = [];

/** Typing is followed by a question to the server after this pause. */
const PAUSE_MS = 120;

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
  const people = found.people === 'failed' ? NOBODY : found.people;
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
      <div ref={list} popover="manual" className={listLook}>
        <div id={listId} role="listbox" aria-label="People who see this project">
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
        </div>
        <p role="status" className="px-2 text-t-1 text-ink-2 not-empty:py-1">
          {statusOf(found)}
        </p>
      </div>
    </>
  );
}

function statusOf({ text, people }: Found): string {
  if (people === 'failed') return 'The server does not answer. Type again to ask again.';
  const nobody = text !== null && people.length === 0;
  return nobody ? `Nobody here is called ‘${text}’. Searched those who see this project.` : '';
}

/** Who is found for a text; the last answer stands until the next one is there, so that nothing flickers. */
function useFound(text: string, wanted: boolean): Found {
  const { findPeople } = useEditing();
  const [found, setFound] = useState<Found>({ text: null, people: NOBODY });
  useEffect(() => {
    if (!wanted) return;
    let waiting = true;
    const asked = text.trim();
    const answer = (people: Found['people']) => {
      if (waiting) setFound({ text: asked, people });
    };
    const timer = setTimeout(() => {
      findPeople(asked).then(answer, () => answer('failed'));
    }, PAUSE_MS);
    return () => {
      waiting = false;
      clearTimeout(timer);
    };
  }, [findPeople, text, wanted]);
  return found;
}
