'use client';

import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { countedEdits, type KeptOp } from '#lib/client/kept-ops.ts';
import type { Op } from '#lib/domain/worksheets/operations.ts';
import { parentPath, parsePath } from '#lib/domain/worksheets/paths.ts';
import { shownDateTime } from '#lib/format/dates.ts';
import { bothTexts } from './both-texts.ts';
import { FieldLink } from './field-link.tsx';
import { keepYours, restoreLost } from './keep-yours.ts';
import { typedText } from './kept-text.ts';
import { pathWords } from './path-words.ts';
import { sinceWords } from './since-words.ts';
import type { Unsettled } from './unsettled.ts';
import { useNow } from './use-now.ts';
import { valueWords } from './value-words.ts';
import { useWorksheet } from './worksheet-context.ts';

interface LineProps<Line extends Unsettled = Unsettled> {
  readonly line: Line;
  /** What was made of them is an edit now. */
  readonly onDone: (entries: readonly KeptOp[]) => void;
  readonly onDiscard: (entries: readonly KeptOp[]) => void;
}

type Of<Kind extends Unsettled['kind']> = Extract<Unsettled, { kind: Kind }>;

export function UnsettledLine({ line, ...rest }: LineProps) {
  switch (line.kind) {
    case 'conflict':
      return <ConflictLine line={line} {...rest} />;
    case 'lost':
      return <LostLine line={line} {...rest} />;
    case 'held':
      return <HeldLine line={line} {...rest} />;
    case 'refused':
      return <RefusedLine line={line} {...rest} />;
  }
}

/** Somebody else changed the same: both values, and which to keep. */
function ConflictLine({ line, onDone, onDiscard }: LineProps<Of<'conflict'>>) {
  const { facts, store } = useWorksheet();
  const { path, newest, theirs, last, entries } = line;
  const { op } = newest;
  const locked = facts.locked ?? undefined;
  const both = op.kind === 'set' ? bothTexts(path, theirs, op.value) : null;
  const who =
    last === undefined ? '' : ` (${last.you ? 'you, elsewhere' : last.by}, ${shownDateTime(last.at, facts.dates)})`;
  const take = (wanted: Op) => {
    keepYours(store, wanted);
    onDone(entries);
  };
  return (
    <Row
      title={<FieldTitle path={path} />}
      actions={
        <>
          <Button size="compact" disabledReason={locked} onClick={() => take(op)}>
            Keep yours
          </Button>
          <Button size="compact" onClick={() => onDiscard(entries)}>
            Keep theirs
          </Button>
          {both === null || op.kind !== 'set' ? null : (
            <Button size="compact" disabledReason={locked} onClick={() => take({ ...op, value: both })}>
              Keep both
            </Button>
          )}
        </>
      }
    >
      <Said who="Yours" op={op} />
      <Value who={`Theirs${who}`} short={valueWords(path, theirs)} whole={typeof theirs === 'string' ? theirs : null} />
    </Row>
  );
}

/** What the edits were for is gone: back with them, or away with them. */
function LostLine({ line, onDone, onDiscard }: LineProps<Of<'lost'>>) {
  const { facts, store } = useWorksheet();
  const now = useNow(30_000);
  const { path, last, restore, entries } = line;
  const place = parsePath(path);
  const noun = place?.kind === 'item' ? place.list.itemNoun : 'item';
  const back = restore === undefined ? undefined : restore['value'];
  // The item is not there to be asked for its name; what would bring it back knows it.
  const valueAt = (at: string) => (at === parentPath(path) && back !== undefined ? [back] : store.valueAt(at));
  const several = countedEdits(entries) > 1;
  const kept = several ? 'Your edits are kept' : 'Your edit is kept';
  const who = last === undefined ? 'Somebody' : last.you ? 'You' : last.by;
  const when = last === undefined ? '' : ` ${sinceWords(last.at, now, facts.dates)}`;
  const sentence =
    restore === undefined
      ? `${who} took this ${noun} away${when}. ${kept}: copy what you typed, or discard.`
      : `${who} deleted this ${noun}${when}. ${kept}: restore it with your ${several ? 'values' : 'value'}, or discard.`;
  return (
    <Row
      title={<span className="font-semibold">{pathWords(path, valueAt)}</span>}
      actions={
        <>
          {restore === undefined ? (
            <CopyButton size="compact" text={entries.map(({ op }) => typedText(op)).join('\n\n')} />
          ) : (
            <Button
              size="compact"
              disabledReason={facts.locked ?? undefined}
              onClick={() => {
                restoreLost(store, line);
                onDone(entries);
              }}
            >
              Restore with your {several ? 'values' : 'value'}
            </Button>
          )}
          <Button size="compact" onClick={() => onDiscard(entries)}>
            Discard
          </Button>
        </>
      }
    >
      <p>{sentence}</p>
      {entries.map(({ op }) => (
        <Said key={op.id} who={pathWords(op.path, valueAt)} op={op} />
      ))}
    </Row>
  );
}

/** The project takes in nothing for now. */
function HeldLine({ line: { reason, entries }, onDiscard }: LineProps<Of<'held'>>) {
  const { facts, store, outbox } = useWorksheet();
  return (
    <Row
      title={
        <span className="font-semibold">
          {countedEdits(entries) === 1 ? '1 edit' : `${countedEdits(entries)} edits`}
        </span>
      }
      actions={
        <>
          <Button size="compact" onClick={() => void outbox.sendHeld(facts.address)}>
            Try again
          </Button>
          <Button size="compact" onClick={() => onDiscard(entries)}>
            Discard
          </Button>
        </>
      }
    >
      <p>{reason} What you typed is kept in this browser until then.</p>
      <Disclosure summary="What is kept">
        {entries.map(({ op }) => (
          <Said key={op.id} who={pathWords(op.path, (at) => store.valueAt(at))} op={op} />
        ))}
      </Disclosure>
    </Row>
  );
}

function RefusedLine({ line: { path, newest, reason, entries }, onDiscard }: LineProps<Of<'refused'>>) {
  return (
    <Row
      title={<FieldTitle path={path} />}
      actions={
        <>
          <CopyButton size="compact" text={typedText(newest.op)} />
          <Button size="compact" onClick={() => onDiscard(entries)}>
            Discard
          </Button>
        </>
      }
    >
      <Said who="Yours" op={newest.op} />
      <p className="text-ink-2">{reason}</p>
    </Row>
  );
}

function FieldTitle({ path }: { readonly path: string }) {
  const { store } = useWorksheet();
  const words = pathWords(path, (at) => store.valueAt(at));
  if (parsePath(path) === undefined) return <span className="font-semibold">{words}</span>;
  return (
    <FieldLink path={path} className="link font-semibold">
      {words}
    </FieldLink>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

function Row({ title, children, actions }: RowProps) {
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-hairline py-2 sm:grid-cols-[14rem_minmax(0,1fr)_auto]">
      <div className="min-w-0">{title}</div>
      <div className="min-w-0">{children}</div>
      <div className="flex flex-wrap items-start gap-2">{actions}</div>
    </li>
  );
}

/** What an edit says, in words; the whole of it where that is long. */
function Said({ who, op }: { readonly who: string; readonly op: Op }) {
  if (op.kind === 'remove') return <Value who={who} short="deleted" whole={null} />;
  if (op.kind === 'move') return <Value who={who} short="moved" whole={null} />;
  const whole = typeof op.value === 'string' ? op.value : null;
  return <Value who={who} short={valueWords(op.path, op.value)} whole={whole} />;
}

/** Longer texts are shown whole to whoever opens them: nobody can choose between two that end in an ellipsis. */
const SHORT = 160;

function Value({ who, short, whole }: { readonly who: string; readonly short: string; readonly whole: string | null }) {
  const isLong = whole !== null && (whole.length > SHORT || whole.includes('\n'));
  return (
    <div className="wrap-anywhere">
      <span className="text-ink-2">{who}: </span>
      {isLong ? `${whole.slice(0, SHORT).replaceAll(/\s+/g, ' ')}…` : short}
      {isLong ? (
        <Disclosure summary="The whole text" className="text-t-1">
          <p className="font-serif whitespace-pre-wrap">{whole}</p>
        </Disclosure>
      ) : null}
    </div>
  );
}
