import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatMoney } from '#lib/domain/quantities/money.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';
import { periodSeconds } from '#lib/domain/quantities/periods.ts';
import { formatRate } from '#lib/domain/quantities/rate.ts';
import type { Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';
import { from, withoutNoise, type Derivation, type Derive, type Input } from './derivation.ts';
import { predictionsInput } from './derived-serving.ts';

const HOME = 'serving.generation';

/** What follows from the length of prompts and answers. All of it is about the usual request, whose lengths are p50. */
export const generationValues = {
  'tokens-per-minute': (worksheet) => ({
    label: 'Tokens a minute at peak',
    formula: 'peak load × 60 × (input + output tokens, p50)',
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
    formula: '1,000 × (input tokens × their price + output tokens × theirs) ÷ 1,000,000',
    beside: [HOME, 'serving.costPer1kPredictions'],
    result: answerCost(worksheet),
  }),
  'generation-cost-month': (worksheet) => ({
    label: 'Tokens cost',
    formula: 'answers a month that reach the model ÷ 1,000 × cost of a thousand',
    beside: [HOME, 'serving.budgetPerMonth'],
    result: costAMonth(worksheet),
  }),
} as const satisfies Record<string, Derive>;

function lengths({ serving: { generation } }: Worksheet) {
  return [
    [`${HOME}.inputTokensP50`, generation.inputTokensP50],
    [`${HOME}.outputTokensP50`, generation.outputTokensP50],
  ] as const satisfies readonly Input[];
}

function tokensPerMinute(worksheet: Worksheet): Derivation {
  const peakInput = ['serving.peakRps', worksheet.serving.peakRps] as const;
  return from([peakInput, ...lengths(worksheet)], ([peak, input, output], leansOnGuess) => {
    const value = withoutNoise(peak * 60 * (input + output));
    const [inputShown, outputShown] = [input, output].map((tokens) => formatNumber(tokens, 'sentence'));
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
  return from([...lengths(worksheet), ...prices], ([input, output, priceIn, priceOut], leansOnGuess) => {
    const value = withoutNoise((input * priceIn + output * priceOut) / 1000);
    const part = (tokens: number, price: number) =>
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
