'use client';

import { useEffect, useRef, useState } from 'react';
import { latePart } from '#components/forms/late.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { ownerName, ownerWords } from './owner-words.ts';
import { useWorksheet } from './worksheet-context.ts';

// Few change an owner: what it takes comes once the page works.
const OwnerChooser = latePart(async () => (await import('./owner-chooser.tsx')).OwnerChooser);

interface OwnerLineProps {
  readonly section: string;
  /** Of the section, for those who do not see where the line stands. */
  readonly title: string;
  /** A heading says already what the name is. */
  readonly inColumn?: boolean;
  readonly className?: string;
  /** Further classes while nobody owns the section. */
  readonly whileNobody?: string;
}

/** Who answers for a section, in a quiet line that is also the way to choose them. */
export function OwnerLine({ section, title, inColumn = false, className, whileNobody }: OwnerLineProps) {
  const { facts } = useWorksheet();
  const [choosing, setChoosing] = useState(false);
  const line = useRef<HTMLButtonElement>(null);
  const owner = facts.owners[section];
  const words = inColumn && owner !== undefined ? ownerName(owner) : ownerWords(owner);
  const chose = useRef(false);

  // The line is there again only once it is drawn: then the cursor goes back to where it came from.
  useEffect(() => {
    if (chose.current && !choosing) line.current?.focus();
    chose.current = choosing;
  }, [choosing]);

  const open = owner?.gone === null ? '' : ' – choose';
  return (
    <div
      className={classNames(
        'screen-only flex min-h-7.5 items-center text-t-1',
        inColumn && owner !== undefined ? 'text-ink' : 'text-ink-3',
        className,
        owner === undefined && !choosing && whileNobody,
      )}
    >
      {choosing ? (
        <OwnerChooser section={section} title={title} onDone={() => setChoosing(false)} />
      ) : facts.locked === null ? (
        <button
          ref={line}
          type="button"
          onClick={() => setChoosing(true)}
          className="touch-target min-h-6 text-left hover:text-accent hover:underline"
        >
          {words}
          {open}
          <span className="sr-only">{open === '' ? ` of ${title}, change` : ` for ${title}`}</span>
        </button>
      ) : (
        words
      )}
    </div>
  );
}
