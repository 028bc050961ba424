import { formatNumber } from '#lib/domain/quantities/format-number.ts';
import { formatPercentage } from '#lib/domain/quantities/percentage.ts';
import type { Worksheet } from './all-sections.ts';
import { valueOf } from './answers.ts';
import { from, withoutNoise, type Derivation, type Derive, type Input } from './derivation.ts';

const EXPERIMENT = 'operations.experiment';

export const operationsValues = {
  'experiment-units': (worksheet) => ({
    label: 'Units in each group at the end',
    formula: 'new units a day × share that takes part × days ÷ groups',
    beside: [EXPERIMENT],
    result: unitsPerGroup(worksheet),
  }),
  'experiment-false-finding': (worksheet) => ({
    label: 'Chance of a finding from nothing',
    formula: '1 − (1 − significance level) to the power of the metrics that decide, if they are independent',
    beside: [EXPERIMENT],
    result: falseFinding(worksheet),
  }),
} as const satisfies Record<string, Derive>;

function unitsPerGroup({ operations: { experiment } }: Worksheet): Derivation {
  const inputs = [
    [`${EXPERIMENT}.uniqueUnitsPerDay`, experiment.uniqueUnitsPerDay],
    [`${EXPERIMENT}.allocation`, experiment.allocation],
    [`${EXPERIMENT}.maxDays`, experiment.maxDays],
    [`${EXPERIMENT}.variants`, experiment.variants],
  ] as const;
  return from(inputs, ([perDay, share, days, groups], leansOnGuess) => {
    const value = Math.floor(withoutNoise((perDay * share * days) / groups));
    const working = `${formatNumber(perDay, 'sentence')} × ${formatPercentage(share, 'table')} × ${days} ÷ ${groups}`;
    return { state: 'value', value, shown: formatNumber(value, 'sentence'), working, leansOnGuess };
  });
}

/** The level is that of the experiment, or else that of the metric which decides it. */
function levelInput({ operations: { experiment }, metrics }: Worksheet): Input {
  const own: Input = [`${EXPERIMENT}.alpha`, experiment.alpha];
  const deciding = metrics.items.find(({ id }) => id === valueOf(experiment.metric));
  return experiment.alpha.state === 'answered' || deciding?.alpha.state !== 'answered'
    ? own
    : [`metrics.items.${deciding.id}.alpha`, deciding.alpha];
}

function falseFinding(worksheet: Worksheet): Derivation {
  const { experiment } = worksheet.operations;
  const counted = [`${EXPERIMENT}.metricsTested`, experiment.metricsTested] as const;
  return from([levelInput(worksheet), counted], ([level, metrics], leansOnGuess) => {
    if (metrics === 1) return { state: 'undefined', reason: 'One metric decides, so it is the significance level.' };
    const correction = valueOf(experiment.correction);
    if (correction === 'bonferroni' || correction === 'holm') {
      return { state: 'undefined', reason: 'The correction keeps it at the significance level.' };
    }
    if (correction === 'bh') {
      return { state: 'undefined', reason: 'Benjamini–Hochberg bounds the share of false findings instead.' };
    }
    const value = 1 - (1 - level) ** metrics;
    const working = `1 − (1 − ${formatPercentage(level, 'table')})^${metrics}`;
    return { state: 'value', value, shown: formatPercentage(value, 'sentence'), working, leansOnGuess };
  });
}
