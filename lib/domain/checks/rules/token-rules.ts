import { formatMoney } from '../../quantities/money.ts';
import { derivedValue } from '../readings/derived-value.ts';
import { PREDICTIONS_READS, predictionsRead } from '../readings/predictions-read.ts';
import { number, numberUsed } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';

const HOME = 'serving.generation';
const LIMITS = 'Limits and prices as providers of language models publish them';

/** Of the mean request; p50 alone is that of the usual one. */
const LENGTH_READS = ['inputTokensP50', 'inputTokensP99', 'outputTokensP50', 'outputTokensP99'].map(
  (key) => `${HOME}.${key}`,
);

/** What the tokens of a language model take of its limits and of money. */
export const tokenRules: readonly RuleDefinition[] = [
  {
    id: 'GEN-07',
    version: 2,
    title: 'The peak within the limits of the provider',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      `${HOME}.requestsPerMinuteLimit`,
      `${HOME}.tokensPerMinuteLimit`,
      ...LENGTH_READS,
      `${HOME}.cacheHitPct`,
      'serving.peakRps',
    ],
    bounds: [],
    principle: 'What goes beyond a limit of the provider is refused.',
    source: LIMITS,
    check: (subject) => [requestsWithin(subject), tokensWithin(subject)],
  },
  {
    id: 'GEN-08',
    version: 2,
    title: 'Tokens within the budget',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...LENGTH_READS,
      `${HOME}.priceIn`,
      `${HOME}.priceOut`,
      `${HOME}.cacheHitPct`,
      'serving.budgetPerMonth',
      ...PREDICTIONS_READS,
    ],
    bounds: [],
    principle: 'Tokens are paid one by one, and long prompts are most of them.',
    source: LIMITS,
    check: tokensWithinBudget,
  },
  {
    id: 'GEN-16',
    version: 1,
    title: 'Long inputs that still fit',
    severity: 'warning',
    kind: 'contradiction',
    stage: 'design',
    reads: [`${HOME}.contextLimitTokens`, `${HOME}.inputTokensP99`, `${HOME}.outputTokensP99`],
    bounds: [],
    principle: 'What does not fit into the context is refused or cut, and a cut says nothing.',
    source: 'Context windows as providers of language models document them',
    check: fitsContext,
  },
];

function generationOf({ read }: Subject) {
  return read.section('serving').group('generation');
}

const SECONDS_A_MINUTE = 60;

function requestsWithin(subject: Subject): Outcome {
  const generation = generationOf(subject);
  const [limit, peak] = [generation.at('requestsPerMinuteLimit'), subject.read.section('serving').at('peakRps')];
  return given([limit, peak], (most, rate) => {
    const sent = notCached(subject) * rate * SECONDS_A_MINUTE;
    return sent <= most * (1 + 1e-9) ? pass : overLimit(`${number(sent)} requests a minute`, sent, most, [limit, peak]);
  });
}

function tokensWithin(subject: Subject): Outcome {
  const generation = generationOf(subject);
  const limit = generation.at('tokensPerMinuteLimit');
  const reads = [
    limit,
    subject.read.section('serving').at('peakRps'),
    generation.at('inputTokensP50'),
    generation.at('outputTokensP50'),
  ] as const;
  return given(reads, (most) => {
    const tokens = derivedValue(subject, 'tokens-per-minute');
    if (tokens === undefined) return notApplicable;
    const sent = notCached(subject) * tokens;
    return sent <= most * (1 + 1e-9)
      ? pass
      : overLimit(`${number(sent)} tokens a minute`, sent, most, [...reads, ...longest(subject)]);
  });
}

/** What the mean length follows from beside p50, where it is stated. */
function longest(subject: Subject): readonly Read[] {
  const generation = generationOf(subject);
  return [generation.at('outputTokensP99'), generation.at('inputTokensP99')].filter(({ value }) => value !== undefined);
}

/** Share of the requests that reach the provider; a cache that nobody spoke of holds nothing. */
function notCached(subject: Subject): number {
  return 1 - (generationOf(subject).at('cacheHitPct').value ?? 0);
}

function overLimit(what: string, sent: number, most: number, ends: readonly Read[]): Outcome {
  return contradiction({
    ends,
    message: `At peak ${what} go to the provider, which takes ${number(most)}.`,
    numbers: [numberUsed('A minute at peak', sent), numberUsed('Limit', most)],
    formula: 'peak · 60 ≤ limit',
    remedy: { label: `Ask for a limit of ${number(sent)} a minute, or queue what is beyond it` },
  });
}

function tokensWithinBudget(subject: Subject): Outcome {
  const { worksheet } = subject.read;
  const generation = generationOf(subject);
  const budget = subject.read.section('serving').at('budgetPerMonth');
  const reads = [
    budget,
    generation.at('outputTokensP50'),
    generation.at('inputTokensP50'),
    generation.at('priceOut'),
    generation.at('priceIn'),
    predictionsRead(subject),
  ] as const;
  return given(reads, (most) => {
    const [cost, perThousand] = [derivedValue(subject, 'generation-cost-month'), derivedValue(subject, 'answer-cost')];
    if (cost === undefined || perThousand === undefined) return notApplicable;
    if (cost <= most) return pass;
    const money = (amount: number): string => formatMoney(amount, worksheet.currency, 'sentence');
    return contradiction({
      ends: [...reads, ...longest(subject)],
      message: `Tokens cost ${money(cost)} a month, ${money(perThousand)} for a thousand answers, and the budget is ${money(most)}.`,
      numbers: [
        numberUsed('Tokens of a thousand answers', perThousand),
        numberUsed('Tokens a month', cost),
        numberUsed('Budget a month', most, { from: budget }),
      ],
      formula: 'answers a month / 1,000 · cost of a thousand ≤ budget',
    });
  });
}

function fitsContext(subject: Subject): Outcome {
  const generation = generationOf(subject);
  const [limit, input, output] = [
    generation.at('contextLimitTokens'),
    generation.at('inputTokensP99'),
    generation.at('outputTokensP99'),
  ];
  return given([limit, input, output], (most, long, answer) =>
    long + answer <= most
      ? pass
      : contradiction({
          ends: [input, output, limit],
          message: `A long input and a long answer, ${number(long)} and ${number(answer)} tokens at p99, do not fit into the ${number(most)} of the model.`,
          numbers: [
            numberUsed('Input, p99', long, { from: input }),
            numberUsed('Output, p99', answer, { from: output }),
            numberUsed('Context limit', most, { from: limit }),
          ],
          formula: 'input + output ≤ context limit',
          remedy: { label: 'Shorten or split long inputs before the model does' },
        }),
  );
}
