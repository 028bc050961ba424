import type { FilledCalculator } from '#lib/domain/calculators/calculator.ts';
import { MOST_SERVERS } from '#lib/domain/calculators/most-servers.ts';
import { queue } from '#lib/domain/calculators/queue.ts';
import { formatDuration } from '#lib/domain/quantities/duration.ts';
import { formatNumber, NARROW_SPACE } from '#lib/domain/quantities/format-number.ts';
import { formatMoney } from '#lib/domain/quantities/money.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';
import { periodSeconds } from '#lib/domain/quantities/periods.ts';
import { formatRate } from '#lib/domain/quantities/rate.ts';
import type { Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';
import { from, withoutNoise, type Derivation, type Derive, type Input } from './derivation.ts';

/** What follows from the load, the capacity and the price of serving. */
export const servingValues = {
  'mean-load': (worksheet) => ({
    label: 'Load if cases come evenly',
    formula: 'cases a day ÷ seconds of a day',
    beside: ['serving.expectedRps', 'business.volumePerPeriod'],
    result: meanLoad(worksheet),
  }),
  'peak-ratio': (worksheet) => ({
    label: 'Peak over expected load',
    formula: 'peak load ÷ expected load',
    beside: ['serving.peakRps', 'serving.expectedRps'],
    result: peakRatio(worksheet),
  }),
  'batch-rate-needed': (worksheet) => ({
    label: 'Rate that a batch run needs',
    formula: 'predictions of a run ÷ time for it',
    beside: ['serving.batchRate', 'serving.batchVolume', 'serving.batchWindow'],
    result: batchRateNeeded(worksheet),
  }),
  'requests-at-once': (worksheet) => ({
    label: 'Requests in progress at peak',
    formula: 'peak load × mean latency (Little’s law)',
    beside: ['serving.perReplicaConcurrency', 'serving.meanMs', 'serving.peakRps'],
    result: requestsAtOnce(worksheet),
  }),
  'peak-per-replica': (worksheet) => ({
    label: 'Peak for each replica',
    formula: 'peak load ÷ replicas',
    beside: ['serving.replicas', 'serving.peakRps'],
    result: peakPerReplica(worksheet, 0),
  }),
  'peak-per-replica-left': (worksheet) => ({
    label: 'Peak for each replica when one is lost',
    formula: 'peak load ÷ (replicas − 1)',
    beside: ['serving.replicas', 'serving.peakRps'],
    result: peakPerReplica(worksheet, 1),
  }),
  'batch-capacity': (worksheet) => ({
    label: 'Most that one replica can answer',
    formula: 'largest batch ÷ (largest batch × time each request adds + time a batch takes anyway)',
    beside: ['serving.batch'],
    result: batchCapacity(worksheet),
  }),
  'error-budget': (worksheet) => ({
    label: 'Time it may be away',
    formula: '(1 − availability objective) × minutes of a month',
    beside: ['serving.availabilitySlo'],
    result: errorBudget(worksheet),
  }),
  'serving-cost-month': (worksheet) => ({
    label: 'Serving costs',
    formula: 'predictions a month ÷ 1,000 × cost of a thousand predictions',
    beside: ['serving.costPer1kPredictions', 'serving.budgetPerMonth'],
    result: costAMonth(worksheet),
  }),
  'serving-budget-left': (worksheet) => ({
    label: 'Left of the budget',
    formula: 'budget − cost of serving a month',
    beside: ['serving.budgetPerMonth', 'serving.costPer1kPredictions'],
    result: budgetLeft(worksheet),
  }),
} as const satisfies Record<string, Derive>;

function meanLoad({ business }: Worksheet): Derivation {
  return from([['business.volumePerPeriod', business.volumePerPeriod]], ([value], leansOnGuess) => {
    const shown = formatRate(value, 'second', 'sentence');
    const cases = formatNumber(withoutNoise(value * periodSeconds.day), 'sentence');
    const working = `${cases} ÷ ${formatNumber(periodSeconds.day, 'table')}`;
    return { state: 'value', value, shown, working, leansOnGuess };
  });
}

function peakRatio({ serving }: Worksheet): Derivation {
  const inputs = [
    ['serving.peakRps', serving.peakRps],
    ['serving.expectedRps', serving.expectedRps],
  ] as const;
  return from(inputs, ([peak, expected], leansOnGuess) => {
    if (expected === 0) return { state: 'undefined', reason: 'Nothing is expected, so no peak is a multiple of it.' };
    const value = peak / expected;
    const working = `${perSecond(peak)} ÷ ${perSecond(expected)}`;
    return { state: 'value', value, shown: `${formatNumber(value, 'sentence')} times`, working, leansOnGuess };
  });
}

function batchRateNeeded({ serving }: Worksheet): Derivation {
  const inputs = [
    ['serving.batchVolume', serving.batchVolume],
    ['serving.batchWindow', serving.batchWindow],
  ] as const;
  return from(inputs, ([volume, window], leansOnGuess) => {
    if (window === 0) return { state: 'undefined', reason: 'There is no time in which it could run.' };
    const value = (1000 * volume) / window;
    const working = `${formatNumber(volume, 'sentence')} ÷ ${formatDuration(window, 'sentence')}`;
    return { state: 'value', value, shown: perSecond(value), working, leansOnGuess };
  });
}

function requestsAtOnce({ serving }: Worksheet): Derivation {
  const inputs = [
    ['serving.peakRps', serving.peakRps],
    ['serving.meanMs', serving.meanMs],
  ] as const;
  return from(inputs, ([peak, mean], leansOnGuess) => {
    const value = (peak * mean) / 1000;
    const working = `${perSecond(peak)} × ${formatDuration(mean, 'sentence')}`;
    const shown = formatNumber(value, 'sentence');
    return { state: 'value', value, shown, working, leansOnGuess, ...atKnownServers(serving, peak, mean) };
  });
}

/** The same work as the load of a queue. It asks for the servers too, and knows nothing of batches. */
function atKnownServers(
  { replicas, perReplicaConcurrency, batch }: Worksheet['serving'],
  arrivalRate: number,
  meanMs: number,
): { readonly calculator?: FilledCalculator } {
  const servers = (valueOf(replicas) ?? 0) * (valueOf(perReplicaConcurrency) ?? 0);
  const isQueue = arrivalRate > 0 && meanMs > 0 && servers >= 1 && servers <= MOST_SERVERS;
  if (!isQueue || valueOf(batch.enabled) === true) return {};
  return { calculator: { id: queue.id, input: { arrivalRate, serviceTime: meanMs / 1000, servers } } };
}

function peakPerReplica({ serving }: Worksheet, lost: 0 | 1): Derivation {
  const inputs = [
    ['serving.peakRps', serving.peakRps],
    ['serving.replicas', serving.replicas],
  ] as const;
  return from(inputs, ([peak, replicas], leansOnGuess) => {
    if (replicas <= lost) return { state: 'undefined', reason: 'No replica is left to answer.' };
    const value = peak / (replicas - lost);
    const count = formatNumber(replicas, 'sentence');
    const working = `${perSecond(peak)} ÷ ${lost === 0 ? count : `(${count} − ${lost})`}`;
    return { state: 'value', value, shown: perSecond(value), working, leansOnGuess };
  });
}

function batchCapacity({ serving: { batch } }: Worksheet): Derivation {
  const inputs = [
    ['serving.batch.maxSize', batch.maxSize],
    ['serving.batch.serviceAlphaMs', batch.serviceAlphaMs],
    ['serving.batch.serviceTau0Ms', batch.serviceTau0Ms],
  ] as const;
  return from(inputs, ([size, each, anyway], leansOnGuess) => {
    const serviceMs = size * each + anyway;
    if (serviceMs === 0) return { state: 'undefined', reason: 'A batch that takes no time has no largest rate.' };
    const value = (1000 * size) / serviceMs;
    const [eachShown, anywayShown] = [each, anyway].map((ms) => formatDuration(ms, 'sentence'));
    const working = `${size} ÷ (${size} × ${eachShown} + ${anywayShown})`;
    return { state: 'value', value, shown: perSecond(value), working, leansOnGuess };
  });
}

function errorBudget({ serving }: Worksheet): Derivation {
  return from([['serving.availabilitySlo', serving.availabilitySlo]], ([availability], leansOnGuess) => {
    const minutes = periodSeconds.month / 60;
    const value = withoutNoise((1 - availability) * minutes);
    const shown = `${formatDuration(60_000 * value, 'sentence')} a month`;
    const working = `(1 − ${formatPercentage(availability, 'table')}) × ${formatNumber(minutes, 'table')}${NARROW_SPACE}min`;
    return { state: 'value', value, shown, working, leansOnGuess };
  });
}

/** Per second, by the expected load; runs in batches have none, so there every case is a prediction. */
export function predictionsInput({ serving, business }: Worksheet): Input {
  const isAnswered = serving.expectedRps.state === 'answered' && valueOf(serving.predictionMode) !== 'batch';
  const hasVolume = business.volumePerPeriod.state === 'answered';
  return isAnswered || !hasVolume
    ? ['serving.expectedRps', serving.expectedRps]
    : ['business.volumePerPeriod', business.volumePerPeriod];
}

function costAMonth(worksheet: Worksheet): Derivation {
  const { serving, currency } = worksheet;
  const price = ['serving.costPer1kPredictions', serving.costPer1kPredictions] as const;
  return from([predictionsInput(worksheet), price], ([rate, perThousand], leansOnGuess) => {
    const predictions = withoutNoise(rate * periodSeconds.month);
    const value = withoutNoise((predictions / 1000) * perThousand);
    const working = `${formatNumber(predictions, 'sentence')} ÷ 1,000 × ${formatMoney(perThousand, currency, 'table')}`;
    const shown = `${formatMoney(value, currency, 'sentence')} a month`;
    return { state: 'value', value, shown, working, leansOnGuess };
  });
}

function budgetLeft(worksheet: Worksheet): Derivation {
  const { serving, currency } = worksheet;
  const cost = costAMonth(worksheet);
  if (cost.state === 'waits') {
    const missing = serving.budgetPerMonth.state === 'answered' ? [] : ['serving.budgetPerMonth'];
    return { state: 'waits', missing: [...missing, ...cost.missing] };
  }
  if (cost.state === 'undefined') return cost;
  return from([['serving.budgetPerMonth', serving.budgetPerMonth]], ([budget], isGuess) => {
    const value = withoutNoise(budget - cost.value);
    const [budgetShown, costShown] = [budget, cost.value].map((sum) => formatMoney(sum, currency, 'sentence'));
    const shown = `${formatMoney(value, currency, 'sentence')} a month`;
    const leansOnGuess = isGuess || cost.leansOnGuess;
    return { state: 'value', value, shown, working: `${budgetShown} − ${costShown}`, leansOnGuess };
  });
}

function perSecond(rate: number): string {
  return formatRate(rate, 'second', 'sentence');
}
