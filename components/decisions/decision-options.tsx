import { Blocks } from '#components/documents/blocks.tsx';
import { readMarkdown } from '#lib/domain/documents/markdown-source.ts';
import { rankOptions } from '#lib/domain/decisions/decisive-weight.ts';
import { weightedScores } from '#lib/domain/decisions/weighted-scores.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import type { DecisionContent, DecisionOption } from '#lib/domain/worksheets/decision.ts';

type Compared = Pick<DecisionContent, 'options' | 'criteria' | 'chosen'>;

/** The options side by side, and how they were weighed. */
export function DecisionOptions({ content }: { readonly content: Compared }) {
  const { options, chosen } = content;
  if (options.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="font-serif text-t-4">Options</h2>
      <ul className="mt-3 grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {options.map((option) => (
          <Option key={option.id} option={option} chosen={option.id === chosen} />
        ))}
      </ul>
      <Weighing {...content} />
    </section>
  );
}

function Option({ option, chosen }: { readonly option: DecisionOption; readonly chosen: boolean }) {
  const said = [
    ...option.pros.map((words) => ['+', 'For', words] as const),
    ...option.neutral.map((words) => ['·', 'Neutral', words] as const),
    ...option.cons.map((words) => ['−', 'Against', words] as const),
  ];
  return (
    <li className={chosen ? 'border-t-2 border-accent pt-2' : 'border-t border-edge pt-2'}>
      <h3 className="font-semibold break-words">
        {option.title}
        {chosen ? <span className="font-normal text-ink-2"> (chosen)</span> : null}
      </h3>
      <Blocks blocks={readMarkdown(option.description)} />
      {said.length === 0 ? null : (
        <ul className="mt-1 flex flex-col gap-1">
          {said.map(([sign, word, words]) => (
            <li key={`${sign} ${words}`} className="flex gap-2">
              <span aria-hidden className="w-3 shrink-0 text-center text-ink-2">
                {sign}
              </span>
              <span className="min-w-0 break-words">
                <span className="sr-only">{word}: </span>
                {words}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Scores by criterion, their mean by weight, and what it would take to turn the order. */
function Weighing({ options, criteria }: Compared) {
  if (criteria.length === 0) return null;
  const means = weightedScores({ criteria, options });
  const cell = (score: number | null | undefined) =>
    score === null || score === undefined ? '–' : formatNumber(Math.round(score * 100) / 100, 'table');
  return (
    <>
      <p className="mt-6 max-w-measure">{sentence({ options, criteria })}</p>
      <div className="mt-2 overflow-x-auto">
        <table className="w-full border-collapse border-b border-hairline">
          <caption className="sr-only">Options by weighted criteria, each from 0 to 5</caption>
          <thead>
            <tr className="border-b border-edge text-t-1 text-ink-2">
              <th scope="col" className="py-1.5 pr-2 text-left font-semibold">
                Option
              </th>
              {criteria.map(({ id, name, weight }) => (
                <th key={id} scope="col" className="px-2 py-1.5 text-right font-semibold">
                  {name} <span className="font-normal whitespace-nowrap">× {formatNumber(weight, 'table')}</span>
                </th>
              ))}
              <th scope="col" className="py-1.5 pl-2 text-right font-semibold">
                By weight
              </th>
            </tr>
          </thead>
          <tbody>
            {options.map(({ id, title, scores }) => (
              <tr key={id} className="border-b border-hairline last:border-b-0">
                <th scope="row" className="py-1.5 pr-2 text-left font-normal break-words">
                  {title}
                </th>
                {criteria.map((criterion) => (
                  <td key={criterion.id} className="px-2 py-1.5 text-right">
                    {cell(scores[criterion.id])}
                  </td>
                ))}
                <td className="py-1.5 pl-2 text-right font-semibold">{cell(means.get(id))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** How firmly the order stands, in one sentence. */
function sentence(content: Pick<Compared, 'options' | 'criteria'>): string {
  const { order, turns } = rankOptions(content);
  const titleOf = (id: string) => content.options.find((option) => option.id === id)?.title ?? '';
  const [first] = order;
  if (first === undefined || order.length < 2) return 'Too few options were judged by every criterion to compare them.';
  if (turns === null) return `‘${titleOf(first)}’ leads, and no change of a single weight turns that.`;
  const criterion = content.criteria.find(({ id }) => id === turns.criterion);
  const weight = (value: number) => formatNumber(Math.round(value * 100) / 100, 'table');
  return `‘${titleOf(first)}’ leads. The first to draw level would be ‘${titleOf(turns.option)}’, if ‘${criterion?.name ?? ''}’ weighed ${weight(turns.weight)} instead of ${weight(criterion?.weight ?? 0)}.`;
}
