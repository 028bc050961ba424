'use client';

import { CalculatorLink } from '#components/calculators/calculator-link.tsx';
import { BasisMark } from '#components/forms/basis-mark.tsx';
import { useTrying } from '#components/forms/editing.ts';
import type { DerivedEntry } from '#lib/client/assessment.ts';
import { isUnsaid } from './is-unsaid.ts';
import { TrialPart } from './late-trial.tsx';
import { useShown, useShownPart } from './worksheet-context.ts';

/** What follows from a field, with its formula; said once on a page, under the last of its inputs there. */
export function DerivedLines({ path }: { readonly path: string }) {
  const here = useShownPart(({ assessment }) => derivedUnder(assessment.derived, path));
  const trying = useTrying();
  return (
    <>
      {trying ? <TrialPart of="field" path={path} /> : null}
      {here.map((derived) => (
        <DerivedLine key={derived.id} derived={derived} />
      ))}
    </>
  );
}

const NONE: readonly DerivedEntry[] = [];

/** By the last of their inputs, for every field that asks. */
const byLastInput = new WeakMap<readonly DerivedEntry[], ReadonlyMap<string, readonly DerivedEntry[]>>();

function derivedUnder(all: readonly DerivedEntry[], path: string): readonly DerivedEntry[] {
  const known = byLastInput.get(all) ?? Map.groupBy(all, ({ beside }) => beside.at(-1) ?? '');
  byLastInput.set(all, known);
  return known.get(path) ?? NONE;
}

/** What follows from a field, wherever it is said. */
export function DerivedFrom({ path }: { readonly path: string }) {
  const { assessment } = useShown();
  const here = assessment.derived.filter(({ beside }) => beside.includes(path));
  if (here.length === 0) return null;
  return (
    <section aria-label="What follows from it">
      <h3 className="mb-1 text-t-1 font-semibold">What follows from it</h3>
      {here.map((derived) => (
        <DerivedLine key={derived.id} derived={derived} />
      ))}
    </section>
  );
}

function DerivedLine({ derived }: { readonly derived: DerivedEntry }) {
  const { label, formula, result, waitsFor } = derived;
  const ghost = useTrying() ? <TrialPart of="derived" derived={derived} /> : null;
  if (isUnsaid(derived)) return null;
  if (result.state === 'waits') {
    return (
      <p className="py-1 text-t-1 text-ink-3">
        {label} waits for {waitsFor.join(' and ')}.{ghost}
      </p>
    );
  }
  if (result.state === 'undefined') {
    return (
      <p className="py-1 text-t-1 text-ink-3">
        {label}: {result.reason}
        {ghost}
      </p>
    );
  }
  return (
    <details className="py-1 text-t-1 text-ink-2">
      <summary className="w-fit list-none">
        {label} <span className="text-t-2 text-ink">{result.shown}</span>
        <BasisMark of="derived" />
        {result.leansOnGuess ? 'on a guess' : ''} {ghost}
        <span className="text-accent">Working</span>
      </summary>
      <p className="border-l border-hairline pl-3">
        {formula}
        <br />
        <span className="font-code text-t-0">{result.working}</span>
        {result.calculator === undefined ? null : (
          <>
            <br />
            <CalculatorLink calculator={result.calculator} />
          </>
        )}
      </p>
    </details>
  );
}
