'use client';

import { useSyncExternalStore } from 'react';
import { initialsOf } from '#components/workspaces/initials-of.ts';
import type { PersonHere } from '#lib/client/live.ts';
import { useWorksheet } from './worksheet-context.ts';

const NOBODY: readonly PersonHere[] = [];
const SHOWN = 3;

/** Who else has the project open: initials, and the names for whoever points at them or listens. */
export function CompanyHere() {
  const { company } = useWorksheet();
  const people = useSyncExternalStore(
    company.subscribe,
    () => company.people,
    () => NOBODY,
  );
  if (people.length === 0) return null;
  const more = people.length - SHOWN;
  return (
    <ul aria-label="Also here" className="flex items-center gap-1 text-t-0 text-ink-2">
      {people.slice(0, SHOWN).map(({ id, name }) => (
        <li key={id} title={`${name} is here too`}>
          <span aria-hidden className="flex size-6 items-center justify-center rounded-control border border-hairline">
            {initialsOf(name)}
          </span>
          <span className="sr-only">{name}</span>
        </li>
      ))}
      {more > 0 ? (
        <li>
          <span aria-hidden>+{more}</span>
          <span className="sr-only">and {more} more</span>
        </li>
      ) : null}
    </ul>
  );
}
