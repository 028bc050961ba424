import type { ReactNode } from 'react';

import { Mark } from '#components/ui/mark.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import type { Finding } from '#lib/domain/checks/report.ts';
import type { Rule } from '#lib/domain/checks/rule.ts';
import { paths } from '#lib/paths.ts';

import { exampleText } from './example-finding.ts';
import { KIND_SENTENCES, readWords } from './rule-words.ts';

/** All there is to know about one rule: why, from where, what it reads, and what it says about an example. */
export function RuleView({ rule, finding }: { rule: Rule; finding: Finding | undefined }) {
  return (
    <div className="flex flex-col gap-8">
      <div className="prose">
        <p>{rule.principle}</p>
        <p className="mt-2 text-t-2 text-ink-2">{rule.source}.</p>
      </div>
      <Part title="What it says">
        <p>{KIND_SENTENCES[rule.kind]}</p>
        {finding ? <FindingExample finding={finding} /> : null}
      </Part>
      <Part title="What it reads">
        <ul className="flex flex-col gap-1 text-ink-2">
          {[...new Set(rule.reads.map(readWords))].map((words) =>
            words === undefined ? null : <li key={words}>{words}</li>,
          )}
        </ul>
      </Part>
      <Part title="Examples">
        <div className="grid gap-6 sm:grid-cols-2">
          <ExampleText title="It agrees with">{exampleText(rule.examples.passing, rule.examples.evidence)}</ExampleText>
          <ExampleText title="It objects to">{exampleText(rule.examples.failing, rule.examples.evidence)}</ExampleText>
        </div>
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 font-serif text-t-4">{title}</h2>
      {children}
    </section>
  );
}

function FindingExample({ finding }: { finding: Finding }) {
  return (
    <div className="mt-3 border-y border-hairline py-4">
      <p className="flex gap-2 font-serif text-t-3">
        <Mark of={finding.severity} named className="mt-1.5" />
        {finding.message}
      </p>
      {finding.numbers.length > 0 ? (
        <table className="mt-3 w-full border-collapse">
          <caption className="sr-only">Numbers</caption>
          <tbody>
            {finding.numbers.map(({ name, symbol, shown }) => (
              <tr key={name} className="border-t border-hairline">
                <th scope="row" className="h-7.5 pr-4 text-left font-normal text-ink-2">
                  {name}
                  {symbol ? <span className="font-code text-t-1"> {symbol}</span> : null}
                </th>
                <td className="text-right whitespace-nowrap">{shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {finding.formula ? <p className="mt-3 font-code text-t-1">{finding.formula}</p> : null}
      {finding.calculator ? (
        <p className="mt-3">
          <AppLink
            href={paths.calculator({ calculator: finding.calculator.id, input: finding.calculator.input })}
            className="link"
          >
            Open the calculator with these numbers
          </AppLink>
        </p>
      ) : null}
    </div>
  );
}

function ExampleText({ title, children }: { title: string; children: string }) {
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 font-semibold">{title}</figcaption>
      <pre className="border-l border-hairline pl-3 font-code text-t-1 break-words whitespace-pre-wrap">{children}</pre>
    </figure>
  );
}
