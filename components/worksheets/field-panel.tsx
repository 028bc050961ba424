'use client';

import { typedMark, withText, boxText, draftAnswer } from '#components/forms/answer-state.ts';
import { useDraftValue, useEditing, useTrying } from '#components/forms/editing.ts';
import { findingsAt, contradictions, isWithin, standing } from '#components/checks/findings-at.ts';
import { FieldDecisions } from '#components/decisions/late-decisions.tsx';
import { ThreadPart } from '#components/threads/late-threads.tsx';
import { isQuantity } from '#lib/domain/worksheets/definition.ts';
import { fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import { DerivedFrom } from './derived-lines.tsx';
import { FieldChanges } from './field-changes.tsx';
import { Accepted, Findings } from './findings.tsx';
import { TrialPart } from './late-trial.tsx';
import { pathWords } from './path-words.ts';
import { WhyAsked } from './why-asked.tsx';
import { useShown, useWorksheet } from './worksheet-context.ts';

/** What exists for the field one is at, in the order in which one needs it. */
export function FieldPanel({ path }: { readonly path: string }) {
  const { store } = useWorksheet();
  const { assessment, findings } = useShown();
  const here = findingsAt(findings, path);
  const count = standing(here).length;
  const field = fieldAtPath(path);
  const trying = useTrying();
  return (
    <div className="flex flex-col gap-4">
      {trying ? <TrialPart of="panel" /> : null}
      <h2 className="text-t-1 font-semibold">{pathWords(path, (at) => store.valueAt(at))}</h2>
      {here.length === 0 ? null : (
        <section aria-label={contradictions(count)}>
          <Findings shown={here} />
        </section>
      )}
      <Accepted waived={assessment.report.waived.filter((finding) => isWithin(finding, path))} shown={here} />
      <ThreadPart of="field" path={path} />
      <FieldDecisions path={path} />
      {field !== undefined && isQuantity(field) ? <HowKnown path={path} /> : null}
      <DerivedFrom path={path} />
      <WhyAsked path={path} />
      <FieldChanges path={path} />
    </div>
  );
}

const BASES = [
  { basis: 'guess', label: '≈ guess' },
  { basis: 'stated', label: 'stated' },
  { basis: 'measured', label: '● measured' },
] as const;

/** How a number is known; measured needs evidence and cannot be claimed here. */
function HowKnown({ path }: { readonly path: string }) {
  const editing = useEditing();
  const value = useDraftValue(path);
  const answer = draftAnswer(value);
  // What is tried says it by itself, with a tilde.
  const trying = useTrying(path);
  if (answer.state !== 'answered' || trying) return null;
  const mark = typedMark(value);
  const choose = (basis: 'guess' | 'stated') => {
    const bare = boxText(value).replace(/^\s*[~≈]\s*/, '');
    editing.set(path, withText(undefined, basis === 'guess' ? `~${bare}` : bare));
    editing.leave();
  };
  return (
    <fieldset disabled={editing.locked !== null} className="text-t-1">
      <legend className="mb-1 font-semibold">How it is known</legend>
      <div className="flex flex-wrap gap-x-4">
        {BASES.filter(({ basis }) => basis !== 'measured' || mark === 'measured').map(({ basis, label }) => (
          <label key={basis} className="flex min-h-6 items-center gap-1.5 pointer-coarse:min-h-11">
            <input
              type="radio"
              name={`basis ${path}`}
              checked={mark === basis}
              onChange={() => basis !== 'measured' && choose(basis)}
            />
            {label}
          </label>
        ))}
      </div>
      {mark === 'guess' ? <p className="text-ink-2">A finding that leans on it says so.</p> : null}
    </fieldset>
  );
}
