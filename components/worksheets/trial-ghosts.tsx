'use client';

import { useEffect, type ReactNode } from 'react';
import { isWithin, worstFirst } from '#components/checks/findings-at.ts';
import { useTrial } from '#components/forms/use-trial.ts';
import { Mark } from '#components/ui/mark.tsx';
import type { DerivedEntry } from '#lib/client/assessment.ts';
import { derivedKey, type DerivedChange, type TrialOutcome } from '#lib/client/trial-outcome.ts';
import { fieldAtPath, parsePath } from '#lib/domain/worksheets/paths.ts';
import { isUnsaid } from './is-unsaid.ts';
import { TrialRow } from './trial-row.tsx';
import { nowWords, wouldBeWords } from './trial-words.ts';

/** What a trial would change on the page, beside what stands: never in its place, and never without a word. */

/** Null where nothing is tried, or it is not known what it would change. */
function useTrialOutcome(): TrialOutcome | null {
  const trial = useTrial();
  return trial === null || trial.outcome === 'unknown' ? null : trial.outcome;
}

/** Behind a derived value: what it would be. */
export function WouldBe({ derived }: { readonly derived: DerivedEntry }) {
  const outcome = useTrialOutcome();
  const change = outcome?.derived.find(({ key }) => key === derivedKey(derived));
  return change === undefined ? null : <Ghost change={change} />;
}

function Ghost({ change: { tried } }: { readonly change: DerivedChange }) {
  return (
    <span className="text-ink">
      <span aria-hidden> → </span>
      <span className="border-b border-dashed border-ink-2 text-t-2">{wouldBeWords(tried)}</span>{' '}
    </span>
  );
}

/** Under a field: the row of the trial if it is tried here, and derived values of which nothing is said so far. */
export function TrialUnder({ path }: { readonly path: string }) {
  const trial = useTrial();
  const outcome = useTrialOutcome();
  const fresh = outcome?.derived.filter(
    ({ now, tried }) => tried?.beside.at(-1) === path && !isUnsaid(tried) && (now === null || isUnsaid(now)),
  );
  return (
    <>
      {trial !== null && (trial.path === path || isCellOf(path, trial.path)) ? <TrialRow trial={trial} /> : null}
      {fresh?.map((change) => (
        <p key={change.key} className="py-1 text-t-1 text-ink-2">
          {change.tried?.label}: {nowWords(change.now)}
          <Ghost change={change} />
        </p>
      ))}
    </>
  );
}

/** Whether a field is edited in the grid of a list, so that its row has no place but under the grid. */
function isCellOf(listPath: string, path: string): boolean {
  const list = fieldAtPath(listPath);
  const [, column = '', ...deeper] = path.startsWith(`${listPath}.`) ? path.slice(listPath.length + 1).split('.') : [];
  return list?.kind === 'list' && deeper.length === 0 && list.summary.includes(column);
}

/** Beside the marks of a field or an item: how many would go, and how many come. */
export function GhostMarks({ path, exact }: { readonly path: string; readonly exact: boolean }) {
  const outcome = useTrialOutcome();
  if (outcome === null) return null;
  const here = (findings: TrialOutcome['goes']) =>
    findings.filter((finding) => (exact ? finding.paths.includes(path) : isWithin(finding, path)));
  const comes = worstFirst(here(outcome.comes).map((finding) => ({ finding, agreedAt: null })));
  const goes = here(outcome.goes).length;
  const worst = comes[0]?.finding.severity;
  // The last column of a grid has room for shapes alone.
  const isRow = parsePath(path)?.kind === 'item';
  return (
    <>
      {goes === 0 ? null : (
        <GhostMark words={`${goes} would go`} isRow={isRow} sign={isRow ? <span aria-hidden>−{goes}</span> : null} />
      )}
      {worst === undefined ? null : (
        <GhostMark
          words={`${comes.length} would come`}
          isRow={isRow}
          title={comes.map(({ finding }) => finding.message).join(' ')}
          sign={<Mark of={worst} className="size-3" />}
        />
      )}
    </>
  );
}

interface GhostMarkProps {
  readonly words: string;
  readonly sign: ReactNode;
  readonly isRow: boolean;
  readonly title?: string;
}

function GhostMark({ words, sign, isRow, title = words }: GhostMarkProps) {
  return (
    <span
      title={title}
      className="mx-0.5 inline-flex min-h-5 items-center gap-1 rounded-control border border-dashed border-edge px-1 font-sans text-t-0 whitespace-nowrap text-ink-2"
    >
      {sign}
      <span className={isRow ? 'sr-only' : undefined}>{words}</span>
    </span>
  );
}

const TICKS = {
  error: 'border-error',
  warning: 'border-warning-mark',
  info: 'border-info',
} as const;

/** On the plumb line: a broken tick for each end of what would come. */
export function GhostTicks({ onDrawn }: { readonly onDrawn: () => void }) {
  const outcome = useTrialOutcome();
  useEffect(onDrawn);
  return outcome?.comes.flatMap(({ key, severity, message, paths }) =>
    paths.map((path) => (
      <li key={`${key} ${path}`} data-at={path} hidden className="absolute inset-x-0 -translate-y-1/2">
        <a href={`#${path}`} aria-label={`Would come: ${message}`} className="flex h-6 items-center justify-center">
          <span className={`w-3 border-t-2 border-dashed ${TICKS[severity]}`} />
        </a>
      </li>
    )),
  );
}
