'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTrial } from '#components/forms/use-trial.ts';
import { classNames } from '#components/ui/class-names.ts';
import type { ShownTrial } from '#lib/client/shown-trial.ts';
import { FieldLink } from './field-link.tsx';
import { useShownPage } from './shown-page.ts';
import { pathWords } from './path-words.ts';
import { TrialActions } from './trial-actions.tsx';
import { shownJson } from './shown-json.ts';
import { effectWords, triedWords } from './trial-words.ts';
import { watchTrial } from './try-in.ts';
import { useWorksheet } from './worksheet-context.ts';

/** What a trial needs on every page of its project: that it is not lost, is spoken of, and is in sight. */
export function TrialDesk() {
  const parts = useWorksheet();
  const trial = useTrial();
  const pathname = usePathname();
  // The worksheet is the same as long as this stands here, whatever else the context comes to say.
  const watch = useEffectEvent(() => watchTrial(parts));
  useEffect(() => watch(), []);
  return (
    <>
      <TrialAnnouncer trial={trial} />
      {trial === null ? null : <TrialElsewhere key={pathname} trial={trial} />}
    </>
  );
}

const QUIET_MS = 1000;

/** Tells people who do not see the marks that a value is tried, what would change once typing rests, and how it ended. */
function TrialAnnouncer({ trial }: { readonly trial: ShownTrial | null }) {
  const { store } = useWorksheet();
  const [words, setWords] = useState('');
  const last = useRef<string | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = trial?.path ?? null;
    if (trial === null) {
      if (before !== null) setWords(`The trial is over. Saved: ${shownJson(store.valueAt(before) ?? null)}.`);
      return;
    }
    if (before === null) setWords('Trying a value, not saved. Enter keeps it, Escape leaves it.');
    if (trial.outcome === null) return;
    const timer = setTimeout(() => setWords(`With ${triedWords(trial.text)}: ${effectWords(trial)}`), QUIET_MS);
    return () => clearTimeout(timer);
  }, [trial, store]);
  return (
    <div role="status" className="sr-only">
      {words}
    </div>
  );
}

/** At the foot of a page that does not hold the box, so that a trial is not forgotten there. */
function TrialElsewhere({ trial }: { readonly trial: ShownTrial }) {
  const { store } = useWorksheet();
  const { mode } = useShownPage();
  const isHere = useIsOnPage(`${trial.path}.box`);
  if (isHere) return null;
  return (
    <div
      className={classNames(
        'screen-only fixed inset-x-0 bottom-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-edge bg-page px-4 py-2 shadow-overlay max-sm:bottom-12',
        // Where there is a panel beside the sheet, it says all of this.
        mode !== 'other' && 'lg:hidden',
      )}
    >
      <p className="min-w-0 flex-1 basis-48">
        <span className="font-semibold">Trying {triedWords(trial.text)} – not saved.</span>{' '}
        <FieldLink path={trial.path} className="link">
          {pathWords(trial.path, (at) => store.valueAt(at))}
        </FieldLink>
      </p>
      <TrialActions trial={trial} />
    </div>
  );
}

/** Whether the page that was just opened holds an element with this id. */
function useIsOnPage(id: string): boolean {
  const [isHere, setIsHere] = useState(true);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setIsHere(document.getElementById(id) !== null));
    return () => cancelAnimationFrame(frame);
  }, [id]);
  return isHere;
}
