import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatMoney } from '#lib/domain/quantities/money.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';
import { periodSeconds } from '#lib/domain/quantities/periods.ts';
import { formatRate } from '#lib/domain/quantities/rate.ts';
import { logNormalDistribution } from '#lib/domain/stats/log-normal-distribution.ts';
import type { Worksheet } from './all-sections.ts';
import { type Answer, valueOf } from './answers.ts';
import { from, withoutNoise, type Derivation, type Derive, type Input } from './derivation.ts';
import { predictionsInput } from './derived-serving.ts';

const HOME = 'serving.generation';

/** What follows from the length of prompts and answers. Times are those of the usual request, whose lengths are p50. */
export const generationValues = {
  'tokens-per-minute': (worksheet) => ({
    label: 'Tokens a minute at peak',
    formula: `peak load × 60 × (input + output tokens)${lengthMeant(worksheet)}`,
    beside: [HOME, 'serving.peakRps'],
    result: tokensPerMinute(worksheet),
  }),
  'answer-time': (worksheet) => ({
    label: 'A usual answer is complete after about',
    formula: 'time to the first token + output tokens × time for each, p50',
    beside: [HOME, 'serving.slo'],
    result: answerTime(worksheet),
  }),
  'answer-cost': (worksheet) => ({
    label: 'Tokens of a thousand answers cost',
    formula: `1,000 × (input tokens × their price + output tokens × theirs) ÷ 1,000,000${lengthMeant(worksheet)}`,
    beside: [HOME, 'serving.costPer1kPredictions'],
    result: answerCost(worksheet),
  }),
  'generation-cost-month': (worksheet) => ({
    label: 'Tokens cost',
    formula: `answers a month that reach the model ÷ 1,000 × cost of a thousand${lengthMeant(worksheet)}`,
    beside: [HOME, 'serving.budgetPerMonth'],
    result: costAMonth(worksheet),
  }),
} as const satisfies Record<string, Derive>;

interface Length {
  readonly inputs: readonly Input[];
  /** Tokens of the mean request, or of the usual one where only that is known. */
  readonly tokens: number;
  readonly isMean: boolean;
}

/** Sums over requests are as many times the mean, which the long ones pull above p50. */
function lengths({ serving: { generation } }: Worksheet): readonly [input: Length, output: Length] {
  const { inputTokensP50, inputTokensP99, outputTokensP50, outputTokensP99 } = generation;
  return [lengthOf('input', inputTokensP50, inputTokensP99), lengthOf('output', outputTokensP50, outputTokensP99)];
}

function lengthOf(what: 'input' | 'output', p50: Answer<number>, p99: Answer<number>): Length {
  const [usual, long] = [valueOf(p50), valueOf(p99)];
  const inputs: readonly Input[] = [[`${HOME}.${what}TokensP50`, p50]];
  if (usual === undefined || long === undefined || !(usual > 0 && long >= usual))
    return { inputs, tokens: usual ?? Number.NaN, isMean: false };
  const { mean } = logNormalDistribution(usual, long);
  return { inputs: [...inputs, [`${HOME}.${what}TokensP99`, p99]], tokens: mean, isMean: true };
}

function lengthMeant(worksheet: Worksheet): string {
  return lengths(worksheet).every(({ isMean }) => isMean)
    ? ', at the mean length of a log-normal with this p50 and p99'
    : ', at the usual length, a lower bound, where p99 is not stated';
}

function tokensPerMinute(worksheet: Worksheet): Derivation {
  const peakInput = ['serving.peakRps', worksheet.serving.peakRps] as const;
  const [input, output] = lengths(worksheet);
  return from([peakInput, ...input.inputs, ...output.inputs], ([peak], leansOnGuess) => {
    const value = withoutNoise(peak * 60 * (input.tokens + output.tokens));
    const [inputShown, outputShown] = [input, output].map(({ tokens }) => formatNumber(tokens, 'sentence'));
    const working = `${formatRate(peak, 'second', 'sentence')} × 60 × (${inputShown} + ${outputShown})`;
    return { state: 'value', value, shown: formatRate(value, 'minute', 'sentence'), working, leansOnGuess };
  });
}

function answerTime({ serving: { generation } }: Worksheet): Derivation {
  const inputs = [
    [`${HOME}.timeToFirstTokenP50`, generation.timeToFirstTokenP50],
    [`${HOME}.outputTokensP50`, generation.outputTokensP50],
    [`${HOME}.timePerOutputTokenP50`, generation.timePerOutputTokenP50],
  ] as const;
  return from(inputs, ([first, tokens, each], leansOnGuess) => {
    const value = first + tokens * each;
    const [firstShown, eachShown] = [first, each].map((ms) => formatDuration(ms, 'sentence'));
    const working = `${firstShown} + ${formatNumber(tokens, 'sentence')} × ${eachShown}`;
    return { state: 'value', value, shown: formatDuration(value, 'sentence'), working, leansOnGuess };
  });
}

function answerCost(worksheet: Worksheet): Derivation {
  const { serving, currency } = worksheet;
  const prices = [
    [`${HOME}.priceIn`, serving.generation.priceIn],
    [`${HOME}.priceOut`, serving.generation.priceOut],
  ] as const;
  const [input, output] = lengths(worksheet);
  return from([...prices, ...input.inputs, ...output.inputs], ([priceIn, priceOut], leansOnGuess) => {
    const value = withoutNoise((input.tokens * priceIn + output.tokens * priceOut) / 1000);
    const part = ({ tokens }: Length, price: number) =>
      `${formatNumber(tokens, 'sentence')} × ${formatMoney(price, currency, 'table')}`;
    const working = `1,000 × (${part(input, priceIn)} + ${part(output, priceOut)}) ÷ 1,000,000`;
    return { state: 'value', value, shown: formatMoney(value, currency, 'sentence'), working, leansOnGuess };
  });
}

/** A cache that nobody spoke of holds nothing. */
function costAMonth(worksheet: Worksheet): Derivation {
  const { serving, currency } = worksheet;
  const perThousand = answerCost(worksheet);
  if (perThousand.state !== 'value') return perThousand;
  const { cacheHitPct } = serving.generation;
  const hits = valueOf(cacheHitPct) ?? 0;
  const cached: readonly Input[] = cacheHitPct.state === 'answered' ? [[`${HOME}.cacheHitPct`, cacheHitPct]] : [];
  return from([predictionsInput(worksheet), ...cached], ([rate], isGuess) => {
    const answers = withoutNoise(rate * periodSeconds.month);
    const value = withoutNoise((answers / 1000) * (1 - hits) * perThousand.value);
    const reaching = hits === 0 ? '' : ` × (1 − ${formatPercentage(hits, 'table')})`;
    const working = `${formatNumber(answers, 'sentence')}${reaching} ÷ 1,000 × ${perThousand.shown}`;
    const shown = `${formatMoney(value, currency, 'sentence')} a month`;
    return { state: 'value', value, shown, working, leansOnGuess: isGuess || perThousand.leansOnGuess };
  });
}
