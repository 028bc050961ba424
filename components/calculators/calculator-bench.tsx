'use client';

import { Fragment, useCallback, useEffect, useRef, useState } from 'react';

import { classNames } from '#components/ui/class-names.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { paths } from '#lib/paths.ts';

import { CalculationBand } from './calculation-band.tsx';
import type { Calculated } from './calculation-runner.ts';
import type { Outcome } from './compute-from-texts.ts';
import { Doubts } from './doubts.tsx';
import { InputBox } from './input-box.tsx';
import { PictureBand } from './picture-band.tsx';
import { ResultBand } from './result-band.tsx';
import type { RowsFile } from './rows-file.ts';
import { TableBox } from './table-box.tsx';
import { COLUMNS, TABLE, fitsAddress } from './table-keys.ts';
import { useCalculation } from './use-calculation.ts';
import { useFileDrop } from './use-file-drop.ts';
import type { CalculatorView, Texts } from './view.ts';

interface CalculatorBenchProps {
  readonly calculator: string;
  readonly view: CalculatorView;
  readonly texts: Texts;
  /** Computed by the server, so that the page answers before any script has come. */
  readonly outcome: Outcome;
}

interface Given {
  readonly texts: Texts;
  readonly rows: RowsFile | null;
}

/**
 * Asks in a sentence, answers while one types. The address carries the inputs; the formulas come with a worker, so that
 * the page never waits for them.
 */
export function CalculatorBench({ calculator, view, texts: first, outcome: firstOutcome }: CalculatorBenchProps) {
  const [{ texts, rows }, setGiven] = useState<Given>({ texts: first, rows: null });
  const latest = useRef<Given>({ texts: first, rows: null });
  const choices = useRef(0);
  const { runner, calculated } = useCalculation(firstOutcome);
  const { outcome } = calculated;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Whoever comes to a box is about to ask.
    const warm = () => runner.warm();
    form.current?.addEventListener('focusin', warm, { once: true });
  }, [runner]);
  const result = useRef<HTMLDivElement>(null);
  const wasInBand = useRef(false);
  const leaveBand = useCallback(() => void (wasInBand.current = true), []);

  function give(change: Partial<Given>) {
    const next = { ...latest.current, ...change };
    latest.current = next;
    setGiven(next);
    runner.ask({ calculator, ...next });
    history.replaceState(null, '', addressOf(calculator, next));
  }
  const change = (key: string, text: string) => give({ texts: { ...latest.current.texts, [key]: text } });
  const takeFile = (file: File | null) => {
    choices.current += 1;
    give({ rows: file === null ? null : { id: choices.current, file } });
  };

  const { isOver, target } = useFileDrop(view.table === undefined ? null : takeFile);
  const isAnswered = calculated.state === 'answered';
  useEffect(() => {
    // The button that the cursor was on has gone, and what it stood in for is there.
    if (wasInBand.current) result.current?.focus({ preventScroll: true });
    wasInBand.current = false;
  });
  const problems = outcome.ok || !isAnswered ? [] : outcome.problems;
  const boxOf = (key: string) => ({
    text: texts[key] ?? '',
    problem: problems.find((problem) => problem.key === key)?.message,
    onChange: (text: string) => change(key, text),
  });

  return (
    <div className="flex flex-col gap-8" {...target}>
      <form onSubmit={(event) => event.preventDefault()} ref={form} className="flex flex-col gap-4">
        <p className="max-w-measure font-serif text-t-4 leading-11 font-normal">
          {view.sentence.map((part) =>
            typeof part === 'string' ? (
              <Fragment key={part}>{/^[?,.]/.test(part) ? `${part} ` : ` ${part} `}</Fragment>
            ) : (
              <InputBox key={part.key} input={part} inline {...boxOf(part.key)} />
            ),
          )}
        </p>
        {view.table ? (
          <TableBox
            table={view.table}
            texts={texts}
            file={rows?.file ?? null}
            isOver={isOver}
            problem={problems.find(({ key }) => key === TABLE)?.message}
            preview={outcome.table ?? null}
            isCurrent={isAnswered || haveSameRows(calculated.question ?? { texts: first, rows: null }, { texts, rows })}
            onChange={change}
            onFile={takeFile}
          />
        ) : null}
        {view.more.length > 0 ? (
          <Disclosure summary="More inputs">
            <div className="mt-2 grid max-w-measure gap-4 sm:grid-cols-2">
              {view.more.map((input) => (
                <InputBox key={input.key} input={input} {...boxOf(input.key)} />
              ))}
            </div>
          </Disclosure>
        ) : null}
      </form>
      {/* Both in one place, so that nothing below moves while the one stands in for the other. */}
      <div className="grid *:[grid-area:1/1]">
        <div
          ref={result}
          tabIndex={-1}
          className={classNames('flex flex-col gap-8 outline-none', !isAnswered && 'invisible')}
        >
          <Answer outcome={outcome} onTake={change} />
        </div>
        {isAnswered ? null : (
          <CalculationBand
            calculator={calculator}
            calculated={calculated}
            onStop={() => runner.stop()}
            onAgain={() => runner.again()}
            onLeave={leaveBand}
          />
        )}
      </div>
      <p role="status" className="sr-only">
        {spokenOf(calculated)}
      </p>
      {carriedBy(texts, rows) ? (
        <CopyButton
          label="Copy link with these inputs"
          text={() => new URL(addressOf(calculator, { texts, rows }), location.origin).href}
        />
      ) : (
        <p className="text-t-1 text-ink-2">
          {rows === null ? 'These rows are too many for a link.' : 'A link cannot carry the rows of a file.'}
        </p>
      )}
    </div>
  );
}

function Answer({ outcome, onTake }: { outcome: Outcome; onTake: (key: string, text: string) => void }) {
  if (outcome.ok) {
    return (
      <>
        <Doubts doubts={outcome.doubts} onTake={onTake} />
        {outcome.picture ? <PictureBand picture={outcome.picture} /> : null}
        <ResultBand outcome={outcome} />
      </>
    );
  }
  return (
    <ul className="border-l-2 border-warning-mark bg-warning-soft px-3 py-2" role="status">
      {outcome.problems.map(({ message }) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

/** For screen readers: what begins and ends, and not every number on the way. */
function spokenOf({ state, progress, isLate }: Calculated): string {
  if (state === 'running') return progress?.doing ?? 'Computing';
  return state === 'answered' && isLate ? 'Computed' : '';
}

function haveSameRows(one: Given, other: Given): boolean {
  const keys = [TABLE, COLUMNS];
  return one.rows === other.rows && keys.every((key) => one.texts[key] === other.texts[key]);
}

function carriedBy(texts: Texts, rows: RowsFile | null): boolean {
  return rows === null && fitsAddress(texts);
}

/** With every input that was filled in, or with none where they are too long: half of them would be another question. */
function addressOf(calculator: string, { texts, rows }: Given): string {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return paths.calculator({ calculator, inputs: carriedBy(texts, rows) ? Object.fromEntries(filled) : {} });
}
