'use client';

import { ChevronDown } from 'lucide-react';
import { Icon } from '#components/ui/icon.tsx';
import { standing, worstFirst } from '#components/checks/findings-at.ts';
import { shownPlainDate } from '#lib/format/dates.ts';
import { FieldLink } from './field-link.tsx';
import { Accepted, Findings } from './findings.tsx';
import { pathWords } from './path-words.ts';
import { nothingMissing } from './stage-words.ts';
import { useShown, useWorksheet } from './worksheet-context.ts';
import { nearestWait } from './waiting-words.ts';

/** The whole worksheet: what contradicts, what is open, what is missing, what waits. */
export function WholePanel() {
  const { facts, store } = useWorksheet();
  const { assessment, findings } = useShown();
  const words = (path: string) => pathWords(path, (at) => store.valueAt(at));
  const { gaps } = assessment.counts;
  const count = standing(findings).length;
  return (
    <div className="flex flex-col gap-6">
      <section aria-labelledby="panel-findings">
        <h2 id="panel-findings" className="text-t-1 font-semibold">
          Findings {count}
        </h2>
        {findings.length === 0 ? (
          <p className="text-t-1 text-ink-2">Nothing that was said contradicts anything else.</p>
        ) : (
          <Findings shown={worstFirst(findings)} />
        )}
        <Accepted waived={assessment.report.waived} shown={findings} />
      </section>
      <section aria-labelledby="panel-open">
        <h2 id="panel-open" className="text-t-1 font-semibold">
          Open questions {assessment.openQuestions.length}
        </h2>
        {assessment.openQuestions.length === 0 ? (
          <p className="text-t-1 text-ink-2">None. “Not known yet”, in the menu at every label, makes one.</p>
        ) : (
          <ul className="text-t-1">
            {assessment.openQuestions.map(({ path, who, by }) => (
              <li key={path} className="flex justify-between gap-2 border-b border-hairline py-1">
                <FieldLink path={path} className="hover:text-accent">
                  {words(path)}
                </FieldLink>
                <span className="text-right text-ink-2">
                  {who ?? 'nobody yet'}
                  {by === null ? '' : `, by ${shownPlainDate(by, facts.dates.locale)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {gaps.length === 0 ? (
        <p className="text-t-1 text-ink-2">{nothingMissing(assessment.stage)}.</p>
      ) : (
        <details className="group">
          <summary className="flex min-h-6 list-none items-center justify-between text-t-1 font-semibold">
            Not answered yet {gaps.length}
            <Icon of={ChevronDown} className="-rotate-90 text-ink-3 group-open:rotate-0" />
          </summary>
          <ul className="text-t-1">
            {gaps.map((path) => (
              <li key={path} className="py-0.5">
                <FieldLink path={path} className="text-ink-2 hover:text-accent">
                  {words(path)}
                </FieldLink>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="text-t-1 text-ink-3">{nearestWait(assessment.report.waiting, words)}</p>
    </div>
  );
}
