'use client';

import { CalculatorLink } from '#components/calculators/calculator-link.tsx';
import type { Finding, UsedNumber } from '#lib/domain/checks/report.ts';

/** The numbers and the formula behind a finding, and where the rule comes from. */
export function FindingWorking({ finding }: { readonly finding: Finding }) {
  const { numbers, formula, remedy, calculator } = finding;
  return (
    <div className="flex flex-col gap-1 border-l border-hairline pl-3 text-ink-2">
      {numbers.length > 0 ? (
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
          {numbers.map((number) => (
            <NumberRow key={`${number.name} ${number.path ?? ''}`} number={number} />
          ))}
        </dl>
      ) : null}
      {formula === undefined ? null : <p className="font-code text-t-0">{formula}</p>}
      <p>{finding.principle}</p>
      <p className="text-ink-3">Source: {finding.source}</p>
      {remedy !== undefined && remedy.value === undefined ? <p>{remedy.label}</p> : null}
      {calculator === undefined ? null : (
        <p>
          <CalculatorLink calculator={calculator} />
        </p>
      )}
    </div>
  );
}

function NumberRow({ number }: { readonly number: UsedNumber }) {
  return (
    <>
      <dt>
        {number.name}
        {number.symbol === undefined ? null : <span className="text-ink-3"> {number.symbol}</span>}
      </dt>
      <dd className="text-right text-ink">{number.shown}</dd>
    </>
  );
}
