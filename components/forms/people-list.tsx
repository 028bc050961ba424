'use client';

import type { ReactNode, RefObject } from 'react';

interface PeopleListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly id: string;
  /** Options. */
  readonly children: ReactNode;
  /** Stands below them. */
  readonly status?: ReactNode;
}

/** Whom a box offers, over all else (use-popover-beside.ts). */
export function PeopleList({ list, id, children, status }: PeopleListProps) {
  return (
    <div
      ref={list}
      popover="manual"
      className="fixed inset-auto m-0 w-80 max-w-[calc(100vw-1rem)] rounded-control border border-edge bg-sheet p-1 text-t-2 font-normal text-ink shadow-overlay"
    >
      <div id={id} role="listbox" aria-label="People who see this project">
        {children}
      </div>
      {status}
    </div>
  );
}
