'use client';

import { ChevronDown } from 'lucide-react';
import { useTrying } from '#components/forms/editing.ts';
import { Icon } from '#components/ui/icon.tsx';
import { standing, worstFirst } from '#components/checks/findings-at.ts';
import { OpenQuestions } from '#components/questions/open-questions.tsx';
import { ThreadPart } from '#components/threads/late-threads.tsx';
import { FieldLink } from './field-link.tsx';
import { Accepted, Findings } from './findings.tsx';
import { TrialPart } from './late-trial.tsx';
import { pathWords } from './path-words.ts';
import { nothingMissing } from './stage-words.ts';
import { useShown, useWorksheet } from './worksheet-context.ts';
import { nearestWait } from './waiting-words.ts';

/** The whole worksheet: what contradicts, what is open, what is missing, what waits. */
export function WholePanel() {
  const { store } = useWorksheet();
  const { assessment, findings } = useShown();
  const trying = useTrying();
  const words = (path: string) => pathWords(path, (at) => store.valueAt(at));
  const { gaps } = assessment.counts;
  const count = standing(findings).length;
  return (
    <div className="flex flex-col gap-6">
      {trying ? <TrialPart of="panel" /> : null}
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
      <ThreadPart of="whole" />
      <OpenQuestions />
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
