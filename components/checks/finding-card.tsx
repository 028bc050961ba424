'use client';

import Link from 'next/link';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode, type RefObject } from 'react';
import { BasisMark } from '#components/forms/basis-mark.tsx';
import { Button } from '#components/ui/button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { Mark, Severity } from '#components/ui/mark.tsx';
import type { ShownFinding } from '#lib/client/shown-findings.ts';
import { endsOfCause } from '#lib/domain/checks/causes.ts';
import type { End, Finding, WaiverState } from '#lib/domain/checks/report.ts';
import { paths } from '#lib/paths.ts';
import { FindingWorking } from './finding-working.tsx';
import { standing } from './findings-at.ts';
import type { WaiverActions } from './waiver-actions.ts';
import { WaiverChoice } from './waiver-choice.tsx';
import { waiverWords } from './waiver-words.ts';

interface FindingCardProps {
  /** Findings of one cause. */
  readonly shown: readonly ShownFinding[];
  /** The control for one end, where it can be edited. */
  readonly renderEnd: (end: End) => ReactNode;
  /** The way to the field of an end. */
  readonly renderLink: (end: End) => ReactNode;
  /** The cursor has come into the card, or left it. */
  readonly onHold: (held: boolean) => void;
  readonly onUndo: () => void;
  /** Takes over what would make it pass; absent where nothing can be edited. */
  readonly onRemedy: ((finding: Finding) => void) | undefined;
  readonly waivers: WaiverActions;
  /** What else can be done about one of them. */
  readonly renderMore: (finding: Finding) => ReactNode;
}

/**
 * A contradiction as its ends, side by side, each editable where it is shown; several of one cause share their ends and
 * have a sentence each. What agrees or is accepted folds, but not while the cursor is in it: whoever mends it by
 * keyboard keeps their place.
 */
export function FindingCard(props: FindingCardProps) {
  const { shown, renderEnd, renderLink, onHold, onUndo, onRemedy, waivers, renderMore } = props;
  const card = useRef<HTMLElement>(null);
  const held = useCursorWithin(card, onHold);
  const open = standing(shown).map(({ finding }) => finding);
  const folded = shown.filter(({ agreedAt }) => agreedAt !== null).map(({ finding }) => finding);
  // A form that is being filled in stays where it is, whatever others make of the finding meanwhile.
  const hasDraft = ({ key }: Finding) => waivers.drafts.has(key);
  const behind = [...open, ...folded.filter(hasDraft)];
  const ends = open.length > 0 || held ? endsOfCause(shown) : [];
  const focusCard = () => card.current?.focus();

  return (
    <article
      ref={card}
      tabIndex={-1}
      className="flex flex-col gap-2 border-b border-hairline py-3 last:border-b-0"
      aria-label={open.length === 0 ? undefined : open.map(({ message }) => message).join(' ')}
    >
      {open.map((finding) => (
        <Said key={finding.key} finding={finding} locale={waivers.locale} />
      ))}
      {folded.map((finding) =>
        finding.waiver?.state === 'accepted' ? (
          <Accepted key={finding.key} waiver={finding.waiver} locale={waivers.locale}>
            {hasDraft(finding) ? null : <WaiverChoice finding={finding} waivers={waivers} onDone={focusCard} />}
          </Accepted>
        ) : (
          <Agreed key={finding.key} finding={finding} onUndo={onUndo} />
        ),
      )}
      {ends.length === 0 ? null : (
        <div className="grid gap-1">
          {ends.map((end) => (
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
      {open.map((finding) => (
        <Remedy key={finding.key} finding={finding} onRemedy={onRemedy} />
      ))}
      {behind.length === 0 ? null : (
        <Behind findings={behind} waivers={waivers} onDone={focusCard} renderMore={renderMore} />
      )}
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

interface AcceptedProps {
  readonly waiver: WaiverState;
  readonly locale: string;
  readonly children: ReactNode;
}

/** Accepted just now, by whoever it was: the way back is here until it folds into the list. */
function Accepted({ waiver, locale, children }: AcceptedProps) {
  return (
    <div className="flex flex-col gap-2">
      <WaiverLine>{waiverWords(waiver, locale)}</WaiverLine>
      {children}
    </div>
  );
}

function Said({ finding, locale }: { finding: Finding; locale: string }) {
  return (
    <div className="flex flex-col gap-1">
      <p className="flex items-center justify-between gap-2 text-t-1">
        <Severity of={finding.severity} className="font-semibold" />
        <span className="text-ink-3">{finding.rule}</span>
      </p>
      <p>{finding.message}</p>
      {finding.leansOnGuess ? <p className="text-t-1 text-ink-2">It leans on a guess.</p> : null}
      {finding.waiver === undefined ? null : <WaiverLine>{waiverWords(finding.waiver, locale)}</WaiverLine>}
    </div>
  );
}

/** Beside the shape of what is accepted: what became of it, in words. */
function WaiverLine({ children }: { readonly children: string }) {
  return (
    <p className="flex items-start gap-1.5 text-t-1 text-ink-2">
      <Mark of="waived" className="mt-px" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
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

interface BehindProps extends Pick<FindingCardProps, 'renderMore'> {
  readonly findings: readonly Finding[];
  readonly waivers: WaiverActions;
  readonly onDone: () => void;
}

/** What few need at once: how it was worked out, and what else can be done than to mend it. */
function Behind({ findings, waivers, onDone, renderMore }: BehindProps) {
  const several = findings.length > 1;
  const [kept] = useState(() => findings.some(({ key }) => waivers.drafts.has(key)));
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 text-t-1">
      <Disclosure className="open:w-full" summary="Show working">
        <div className="mt-1 flex flex-col gap-3">
          {findings.map((finding) => (
            <FindingWorking key={finding.key} finding={finding} />
          ))}
        </div>
      </Disclosure>
      <Disclosure className="open:w-full" open={kept} summary="More">
        <div className="mt-1 flex flex-col gap-3">
          {findings.map((finding) => (
            <div key={finding.key} className="flex flex-col gap-2">
              {several ? <p className="text-ink-2">{finding.message}</p> : null}
              <WaiverChoice finding={finding} waivers={waivers} onDone={onDone} />
              {renderMore(finding)}
              <Link href={paths.rule({ rule: finding.rule })} className="link self-start">
                Rule {finding.rule}
              </Link>
            </div>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
