'use client';

import { useEffect, useRef, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { FieldLink } from '#components/worksheets/field-link.tsx';
import { usePanel } from '#components/worksheets/panel-state.ts';
import { pathWords } from '#components/worksheets/path-words.ts';
import { useShown, useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { ByWhen } from './by-when.tsx';
import { byDay, isFor } from './question-order.ts';

const UNDER_TABS_PX = 52;

/** All that is not known yet in a worksheet: who finds out, and until when. */
export function OpenQuestions() {
  const { facts, store } = useWorksheet();
  const questions = byDay(useShown().assessment.openQuestions);
  const panel = usePanel();
  const section = useRef<HTMLElement>(null);
  const [onlyMine, setOnlyMine] = useState(false);
  const mine = questions.filter((question) => isFor(question, facts.user));
  const shown = onlyMine ? mine : questions;

  // Whoever asked for the open questions need not look for them under the findings.
  useEffect(() => {
    if (panel.part === 'open') bringUp(section.current);
  }, [panel]);

  return (
    <section ref={section} aria-labelledby="panel-open">
      <div className="flex items-center justify-between gap-2">
        <h2 id="panel-open" className="text-t-1 font-semibold">
          Open questions {questions.length}
        </h2>
        {mine.length === 0 && !onlyMine ? null : (
          <button
            type="button"
            aria-pressed={onlyMine}
            onClick={() => setOnlyMine(!onlyMine)}
            className={classNames(
              'touch-target min-h-6 rounded-control px-1.5 text-t-1 hover:text-accent',
              onlyMine ? 'bg-accent-soft font-semibold text-ink' : 'text-ink-2',
            )}
          >
            Mine {mine.length}
          </button>
        )}
      </div>
      {questions.length === 0 ? (
        <p className="text-t-1 text-ink-2">
          None. “Not known yet” and “Ask someone”, in the menu at every label, make one.
        </p>
      ) : shown.length === 0 ? (
        <p className="text-t-1 text-ink-2">None of them waits for you.</p>
      ) : (
        <ul className="text-t-1">
          {shown.map(({ path, who, by }) => (
            <li key={path} className="flex justify-between gap-3 border-b border-hairline py-1">
              <FieldLink path={path} className="min-w-0 hover:text-accent">
                {pathWords(path, (at) => store.valueAt(at))}
              </FieldLink>
              <span className="max-w-1/2 shrink-0 text-right text-ink-2">
                <bdi>{who ?? 'nobody yet'}</bdi>
                {by === null ? null : (
                  <>
                    , <ByWhen by={by} today={facts.today} locale={facts.dates.locale} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** To the top of the panel, whose tabs lie over what scrolls; the page beside it stays where it is. */
function bringUp(part: HTMLElement | null): void {
  const scroller = part?.closest('aside') ?? null;
  if (part === null || scroller === null) return;
  scroller.scrollTop += part.getBoundingClientRect().top - scroller.getBoundingClientRect().top - UNDER_TABS_PX;
}
