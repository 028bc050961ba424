'use client';

import Link from 'next/link';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode, type RefObject } from 'react';
import { BasisMark } from '#components/forms/basis-mark.tsx';
import { Button } from '#components/ui/button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Severity } from '#components/ui/mark.tsx';
import type { ShownFinding } from '#lib/client/shown-findings.ts';
import type { End, Finding, UsedNumber } from '#lib/domain/checks/report.ts';
import { paths } from '#lib/paths.ts';

interface FindingCardProps {
  readonly shown: ShownFinding;
  /** The control for one end, where it can be edited. */
  readonly renderEnd: (end: End) => ReactNode;
  /** The way to the field of an end. */
  readonly renderLink: (end: End) => ReactNode;
  /** The cursor has come into the card, or left it. */
  readonly onHold: (held: boolean) => void;
  readonly onUndo: () => void;
  /** Takes over what would make it pass; absent where nothing can be edited. */
  readonly onRemedy: ((finding: Finding) => void) | undefined;
}

/**
 * A contradiction as its ends, side by side, each editable where it is shown. Once it agrees it folds, but not while the
 * cursor is in it: whoever mends it by keyboard keeps their place.
 */
export function FindingCard({
  shown: { finding, agreedAt },
  renderEnd,
  renderLink,
  onHold,
  onUndo,
  onRemedy,
}: FindingCardProps) {
  const card = useRef<HTMLElement>(null);
  const held = useCursorWithin(card, onHold);
  const agrees = agreedAt !== null;

  return (
    <article
      ref={card}
      className="flex flex-col gap-2 border-b border-hairline py-3 last:border-b-0"
      aria-label={agrees ? undefined : finding.message}
    >
      {agrees ? <Agreed finding={finding} onUndo={onUndo} /> : <Said finding={finding} />}
      {agrees && !held ? null : (
        <div className="grid gap-1">
          {finding.ends.map((end) => (
            <div key={end.path} className="grid grid-cols-[minmax(0,7.5rem)_minmax(0,1fr)] items-center gap-2 text-t-1">
              {renderLink(end)}
              {renderEnd(end) ?? (
                <span>
                  {end.shown}
                  <BasisMark of={end.basis} />
                </span>
              )}
            </div>
          ))}
        </div>
      )}
      {agrees ? null : <Remedy finding={finding} onRemedy={onRemedy} />}
      {agrees ? null : <Working finding={finding} />}
    </article>
  );
}

/** Whether the cursor is somewhere inside; says so when it comes and goes. */
function useCursorWithin(inside: RefObject<HTMLElement | null>, onChange: (within: boolean) => void): boolean {
  const [within, setWithin] = useState(false);
  const change = useEffectEvent((next: boolean) => {
    setWithin(next);
    onChange(next);
  });
  useEffect(() => {
    const element = inside.current;
    const come = () => change(true);
    const go = ({ relatedTarget }: FocusEvent) => {
      change(relatedTarget instanceof Node && element?.contains(relatedTarget) === true);
    };
    element?.addEventListener('focusin', come);
    element?.addEventListener('focusout', go);
    return () => {
      element?.removeEventListener('focusin', come);
      element?.removeEventListener('focusout', go);
    };
  }, [inside]);
  return within;
}

function Agreed({ finding, onUndo }: { finding: Finding; onUndo: () => void }) {
  return (
    <div className="flex items-center justify-between gap-2 text-t-1 text-ink-2">
      <span>Now agrees: {finding.ends.map((end) => end.label).join(' and ')}</span>
      <Button look="quiet" size="compact" onClick={onUndo}>
        Undo
      </Button>
    </div>
  );
}

function Said({ finding }: { finding: Finding }) {
  return (
    <>
      <p className="flex items-center justify-between gap-2 text-t-1">
        <Severity of={finding.severity} className="font-semibold" />
        <span className="text-ink-3">{finding.rule}</span>
      </p>
      <p>{finding.message}</p>
      {finding.leansOnGuess ? <p className="text-t-1 text-ink-2">It leans on a guess.</p> : null}
    </>
  );
}

function Remedy({ finding, onRemedy }: { finding: Finding; onRemedy: FindingCardProps['onRemedy'] }) {
  const { remedy } = finding;
  if (remedy === undefined || remedy.value === undefined || onRemedy === undefined) return null;
  return (
    <Button size="compact" className="self-start" onClick={() => onRemedy(finding)}>
      {remedy.label}
    </Button>
  );
}

/** The numbers and the formula behind a finding, and where the rule comes from. */
function Working({ finding }: { finding: Finding }) {
  return (
    <Disclosure className="text-t-1" summary="Show working">
      <div className="mt-1 flex flex-col gap-1 border-l border-hairline pl-3 text-ink-2">
        {finding.numbers.length > 0 ? (
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
            {finding.numbers.map((number) => (
              <NumberRow key={`${number.name} ${number.path ?? ''}`} number={number} />
            ))}
          </dl>
        ) : null}
        {finding.formula === undefined ? null : <p className="font-code text-t-0">{finding.formula}</p>}
        <p>{finding.principle}</p>
        <p className="text-ink-3">Source: {finding.source}</p>
        {finding.remedy !== undefined && finding.remedy.value === undefined ? <p>{finding.remedy.label}</p> : null}
        <p className="flex gap-4">
          <Link href={paths.rule({ rule: finding.rule })} className="link">
            Rule {finding.rule}
          </Link>
          {finding.calculator === undefined ? null : (
            <Link
              href={paths.calculator({ calculator: finding.calculator.id, input: finding.calculator.input })}
              className="link"
            >
              Calculator
            </Link>
          )}
        </p>
      </div>
    </Disclosure>
  );
}

function NumberRow({ number }: { number: UsedNumber }) {
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
