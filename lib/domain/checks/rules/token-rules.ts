import { logNormalDistribution } from '../../stats/log-normal-distribution.ts';
import { logNormalProduct } from '../../stats/log-normal-product.ts';
import { logNormalSum } from '../../stats/log-normal-sum.ts';
import { formatMoney } from '../../quantities/money.ts';
import { derivedValue } from '../readings/derived-value.ts';
import { duration, durationUsed } from '../words/duration-words.ts';
import { everyLimit, LIMIT_READS, type Limit } from '../readings/latency-limits.ts';
import { number, numberUsed, percent } from '../words/number-words.ts';
import type { Read } from '../reader.ts';
import { contradiction, given, notApplicable, pass } from '../rule.ts';
import type { Outcome, RuleDefinition, Subject } from '../rule.ts';
import { shownValue } from '../words/shown-value.ts';

const HOME = 'serving.generation';
const LIMITS = 'Limits and prices as providers of language models publish them';

/** Of the mean request; p50 alone is that of the usual one. */
const LENGTH_READS = ['inputTokensP50', 'inputTokensP99', 'outputTokensP50', 'outputTokensP99'].map(
  (key) => `${HOME}.${key}`,
);

/** What the tokens of a language model take in time, money and limits. */
export const tokenRules: readonly RuleDefinition[] = [
  {
    id: 'GEN-06',
    version: 2,
    title: 'Tokens within the latency',
    severity: 'error',
    kind: 'contradiction',
    stage: 'design',
    reads: [
      ...LIMIT_READS,
      `${HOME}.streaming`,
      `${HOME}.timeToFirstTokenP50`,
      `${HOME}.timeToFirstTokenP99`,
      `${HOME}.timePerOutputTokenP50`,
      `${HOME}.timePerOutputTokenP99`,
      `${HOME}.outputTokensP50`,
      `${HOME}.outputTokensP99`,
    ],
    bounds: [],
    principle: 'An answer takes the time to its first token, and then as many times that of a token as it is long.',
    source: 'Time to first token + output tokens · time per token; sums of log-normal times by L. F. Fenton (1960)',
    check: (subject) => everyLimit(subject, (limit, allowed) => answerInTime(subject, limit, allowed)),
  },
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
      'serving.expectedRps',
      'serving.predictionMode',
      'business.volumePerPeriod',
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

/** Where the answer is shown as it is written, the limit is about its first token. */
function answerInTime(subject: Subject, limit: Limit, allowed: number): Outcome {
  if (limit.share === 1) return notApplicable;
  const generation = generationOf(subject);
  const [streaming, p50, p99] = [
    generation.at('streaming'),
    generation.at('timeToFirstTokenP50'),
    generation.at('timeToFirstTokenP99'),
  ];
  const { worksheet } = subject.read;
  const promised = `${shownValue(worksheet, limit.percentile)} may take ${shownValue(worksheet, limit.ms)}`;
  if (p50.value !== undefined && p50.value > allowed) {
    return contradiction({
      ends: [limit.ms, p50],
      message: `Half of the answers have not begun after ${shownValue(worksheet, p50)}, and ${promised}.`,
      numbers: [durationUsed('First token, p50', p50.value, p50)],
      formula: 'first token at p50 ≤ limit',
    });
  }
  return given([streaming], (isStreamed) => {
    if (!isStreamed) return wholeAnswer(subject, limit, allowed, promised);
    if (limit.share >= 0.99 && p99.value !== undefined && p99.value > allowed) {
      return contradiction({
        ends: [limit.ms, p99],
        message: `The first token comes after ${shownValue(worksheet, p99)} at p99, and ${promised}.`,
        numbers: [durationUsed('First token, p99', p99.value, p99)],
        formula: 'first token at p99 ≤ limit',
      });
    }
    return firstToken(limit, allowed, promised, [p50, p99]);
  });
}

/** What no percentile that was asked for settles by itself, the shape of the two tells. */
function firstToken(limit: Limit, allowed: number, promised: string, ends: [Read<number>, Read<number>]): Outcome {
  const [p50, p99] = ends;
  if (limit.share === 0.5) return given([p50], () => pass);
  if (limit.share === 0.99) return given([p99], () => pass);
  return given([p50, p99], (usual, slow) => {
    if (!(usual > 0 && slow >= usual)) return notApplicable;
    const times = logNormalDistribution(usual, slow);
    const estimate = times.upperQuantile(1 - limit.share);
    if (estimate <= allowed) return pass;
    return contradiction({
      severity: 'warning',
      ends: [limit.ms, p50, p99],
      message: `About ${percent(1 - times.cdf(allowed))} of answers have not begun after ${duration(allowed)}, and ${promised}.`,
      numbers: [durationUsed('First token at this percentile', Number(estimate.toPrecision(4)))],
      formula: 'first token at the percentile of the limit, log-normal by p50 and p99 ≤ limit',
    });
  });
}

function wholeAnswer(subject: Subject, limit: Limit, allowed: number, promised: string): Outcome {
  const generation = generationOf(subject);
  const reads = [
    generation.at('timeToFirstTokenP50'),
    generation.at('timeToFirstTokenP99'),
    generation.at('outputTokensP50'),
    generation.at('outputTokensP99'),
    generation.at('timePerOutputTokenP50'),
    generation.at('timePerOutputTokenP99'),
  ] as const;
  const usual = derivedValue(subject, 'answer-time');
  if (usual !== undefined && usual > allowed)
    return tooSlow(limit, reads, usual, `A usual answer is complete after ${duration(usual)}, and ${promised}`);
  return given(reads, (first50, first99, tokens50, tokens99, each50, each99) => {
    const parts = [
      { p50: first50, p99: first99 },
      logNormalProduct({ p50: tokens50, p99: tokens99 }, { p50: each50, p99: each99 }),
    ];
    if (parts.some((part) => !(part.p50 > 0 && part.p99 >= part.p50 && Number.isFinite(part.p99))))
      return notApplicable;
    const whole = logNormalSum(parts);
    const estimate = whole.upperQuantile(1 - limit.share);
    if (estimate <= allowed) return pass;
    return tooSlow(
      limit,
      reads,
      estimate,
      `About ${percent(1 - whole.cdf(allowed))} of answers are not complete after ${duration(allowed)}, and ${promised}`,
    );
  });
}

function tooSlow(limit: Limit, reads: readonly Read<number>[], estimate: number, what: string): Outcome {
  return contradiction({
    severity: 'warning',
    ends: [limit.ms, ...reads.filter(({ value }) => value !== undefined)],
    message: `${what}.`,
    numbers: [durationUsed('Whole answer', Number(estimate.toPrecision(4)))],
    formula: 'first token + output tokens · time per token ≤ limit',
    remedy: { label: 'Show the answer as it is written, shorten it, or allow more time' },
  });
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
  const [serving, generation] = [subject.read.section('serving'), generationOf(subject)];
  const budget = serving.at('budgetPerMonth');
  const expected = serving.at('expectedRps');
  const volume = expected.value === undefined ? subject.read.section('business').at('volumePerPeriod') : expected;
  const reads = [
    budget,
    generation.at('outputTokensP50'),
    generation.at('inputTokensP50'),
    generation.at('priceOut'),
    generation.at('priceIn'),
    volume,
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
