'use client';

import { Fragment, useRef, useState } from 'react';

import { CopyButton } from '#components/ui/copy-button.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { paths } from '#lib/paths.ts';

import type { Outcome } from './compute-from-texts.ts';
import { Doubts } from './doubts.tsx';
import { InputBox } from './input-box.tsx';
import { PictureBand } from './picture-band.tsx';
import { ResultBand } from './result-band.tsx';
import { TableBox } from './table-box.tsx';
import { TABLE, fitsAddress } from './table-keys.ts';
import type { CalculatorView, Texts } from './view.ts';

interface CalculatorBenchProps {
  readonly calculator: string;
  readonly view: CalculatorView;
  readonly texts: Texts;
  /** Computed by the server, so that the page answers before any script has come. */
  readonly outcome: Outcome;
}

/** Asks in a sentence, answers while one types. The address carries the inputs; the formulas come with the first key. */
export function CalculatorBench({ calculator, view, texts: first, outcome: firstOutcome }: CalculatorBenchProps) {
  const [texts, setTexts] = useState(first);
  const [outcome, setOutcome] = useState(firstOutcome);
  const latest = useRef(first);

  async function change(key: string, text: string) {
    const next = { ...latest.current, [key]: text };
    latest.current = next;
    setTexts(next);
    const { computeFromTexts } = await import('./compute-from-texts.ts');
    if (latest.current !== next) return;
    setOutcome(computeFromTexts(calculator, next));
    history.replaceState(null, '', addressOf(calculator, next));
  }

  const problems = outcome.ok ? [] : outcome.problems;
  const boxOf = (key: string) => ({
    text: texts[key] ?? '',
    problem: problems.find((problem) => problem.key === key)?.message,
    onChange: (text: string) => void change(key, text),
  });

  return (
    <div className="flex flex-col gap-8">
      <form onSubmit={(event) => event.preventDefault()} className="flex flex-col gap-4">
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
            problem={problems.find(({ key }) => key === TABLE)?.message}
            preview={outcome.ok ? outcome.table : null}
            onChange={(key, text) => void change(key, text)}
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
      {outcome.ok ? (
        <>
          <Doubts doubts={outcome.doubts} onTake={(key, text) => void change(key, text)} />
          {outcome.picture ? <PictureBand picture={outcome.picture} /> : null}
          <ResultBand outcome={outcome} />
        </>
      ) : (
        <ul className="border-l-2 border-warning-mark bg-warning-soft px-3 py-2" role="status">
          {outcome.problems.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {fitsAddress(texts) ? (
        <CopyButton
          label="Copy link with these inputs"
          text={() => new URL(addressOf(calculator, texts), location.origin).href}
        />
      ) : (
        <p className="text-t-1 text-ink-2">These rows are too many for a link.</p>
      )}
    </div>
  );
}

/** With every input that was filled in, or with none where they are too long: half of them would be another question. */
function addressOf(calculator: string, texts: Texts): string {
  const filled = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return paths.calculator({ calculator, inputs: fitsAddress(texts) ? Object.fromEntries(filled) : {} });
}
