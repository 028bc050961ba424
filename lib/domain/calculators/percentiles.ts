import { AppError } from '../errors.ts';
import { formatNumber } from '../quantities/format-number.ts';
import { formatPercentage } from '../quantities/percentage.ts';
import { fillOmittedWaits } from '../stats/fill-omitted-waits.ts';
import { quantileRanks } from '../stats/quantile-ranks.ts';
import { quantileSampleSize } from '../stats/quantile-sample-size.ts';
import { type QuantileMethod, sampleQuantile } from '../stats/sample-quantile.ts';
import {
  type ValueCounts,
  addUpCounts,
  countsEach,
  countUpTo,
  countValues,
  meanOfCounts,
  valueAtRank,
} from '../stats/value-counts.ts';
import { defineCalculation } from './calculator.ts';
import { sqlByDialect } from './count-sql.ts';
import { floatColumn } from './number-column.ts';
import { percentileName } from './percentile-key.ts';
import type { PercentilesInput, PercentilesOutput } from './percentiles-contract.ts';

type Percentile = PercentilesOutput['percentiles'][number];

/** Different values that a correction may add: a pause of a thousand seconds, met every millisecond. */
const MOST_ADDED = 1_000_000;

const METHODS: Readonly<Record<QuantileMethod, string>> = {
  1: 'the nearest rank',
  2: 'the nearest rank, with the middle of two at a step',
  3: 'the nearest even rank, as in SAS',
  4: 'interpolated between the shares k/n',
  5: 'interpolated between the middles of the steps',
  6: 'interpolated as Minitab and SPSS do, (n + 1)q',
  7: 'interpolated as R, NumPy and spreadsheets do, (n − 1)q + 1',
  8: 'interpolated so that the median is right on average for any distribution',
  9: 'interpolated so that it is right on average for the normal distribution',
};

export const percentiles = defineCalculation({
  id: 'percentiles',
  title: 'Percentiles, and how well they are known',
  question: 'These values were measured. What are their percentiles, and between which limits may the true ones lie?',
  example: {
    values: [100, 102, 100, 100, 99, 104, 110, 90, 3000, 95],
    percentiles: [0.5, 0.9, 0.95, 0.99, 0.999],
    method: 7,
    confidence: 0.95,
  },
  formula:
    'Percentile: Hyndman and Fan’s definition 1–9. Interval: the values at ranks l = Q(α/2) and u = Q(1 − α/2) + 1, Q the quantiles of Binomial(n, q); without an end where l = 0 or u = n + 1. Smallest n: 1 − qⁿ ≥ confidence (one-sided); 1 − n qⁿ⁻¹ + (n − 1) qⁿ ≥ confidence (least to greatest).',
  sources: [
    'R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996)',
    'W. Q. Meeker, G. J. Hahn and L. A. Escobar, Statistical Intervals (2017), chapter 5',
    'S. S. Wilks, Determination of sample sizes for setting tolerance limits, Annals of Mathematical Statistics 12 (1941)',
    'G. Tene, How not to measure latency (2013); HdrHistogram, on coordinated omission',
    'C. Huyen, Designing Machine Learning Systems (2022), chapter 1, on averages and percentiles',
  ],
  sql: sqlByDialect(
    ({ table }) =>
      `SELECT\n  duration_ms AS value,\n  COUNT(*) AS count\nFROM ${table('requests')}\nWHERE duration_ms IS NOT NULL\nGROUP BY duration_ms\nORDER BY duration_ms`,
  ),
  tables: [
    {
      key: 'values',
      columns: [{ name: 'value', kind: 'number' }],
      collect() {
        const values = floatColumn();
        return { add: ([value]) => values.push(Number(value)), end: () => countValues(values.numbers) };
      },
      scatter: (values) => (Array.isArray(values) ? values.map((value: unknown) => ({ value })) : []),
    },
    {
      key: 'valueCounts',
      columns: [
        { name: 'value', kind: 'number' },
        { name: 'count', kind: 'count' },
      ],
      collect() {
        const [values, counts] = [floatColumn(), floatColumn()];
        return {
          add([value, count]) {
            values.push(Number(value));
            counts.push(Number(count));
          },
          end: () => addUpCounts(values.numbers, counts.numbers),
        };
      },
      scatter: (valueCounts) => valueCounts,
    },
  ],

  compute(given: PercentilesInput): PercentilesOutput {
    const counts = countsOf(given);
    const read = given.percentiles.map((q) => percentileOf(counts, q, given));
    return {
      n: counts.n,
      mean: meanOfCounts(counts),
      min: valueAtRank(counts, 1),
      max: valueAtRank(counts, counts.n),
      percentiles: read,
      meanRank: countUpTo(counts, meanOfCounts(counts)) / counts.n,
      correctedForOmission: corrected(counts, given),
      assumptions: assumptionsOf(given),
      notes: read.flatMap((percentile) => openEnds(percentile, counts.n, given.confidence)),
    };
  },

  interpretation({ confidence, expectedInterval }, result): string[] {
    const number = (value: number): string => formatNumber(value, 'sentence');
    const percent = (share: number): string => formatPercentage(share, 'sentence');
    const listed = (entries: readonly { q: number; value: number }[]): string =>
      entries.map(({ q, value }) => `${percentileName(q)} is ${number(value)}`).join(', ');
    const sentences = [
      `${result.n === 1 ? 'One value' : `${formatNumber(result.n, 'table')} values`}: ${listed(result.percentiles)}.`,
      `The mean is ${number(result.mean)}; ${percent(result.meanRank)} of the values are no greater.`,
    ];
    for (const { q, interval } of result.percentiles) {
      const [low, high] = interval;
      if (low !== null && high !== null) {
        sentences.push(
          `At ${percent(confidence)} confidence the true ${percentileName(q)} lies between ${number(low)} and ${number(high)}.`,
        );
      }
    }
    if (result.correctedForOmission !== null && expectedInterval !== undefined) {
      const { added, percentiles: filled } = result.correctedForOmission;
      sentences.push(
        added === 0
          ? 'No wait was long enough to have hidden a request.'
          : `A client that meant to send every ${number(expectedInterval)} left out ${number(added)} requests while it waited; with them ${listed(filled)}.`,
      );
    }
    return [...sentences, ...result.notes];
  },
});

function countsOf({ values, valueCounts }: PercentilesInput): ValueCounts {
  if (values !== undefined && valueCounts !== undefined) {
    throw new AppError('bad-input', 'valueCounts cannot be given beside values: they would be two samples.', {
      path: 'valueCounts',
    });
  }
  if (values === undefined && valueCounts === undefined) {
    throw new AppError('bad-input', 'values, or valueCounts with how often each came, is missing.', { path: 'values' });
  }
  const counts = values === undefined ? addedUp(valueCounts ?? []) : 'upTo' in values ? values : countValues(values);
  if (counts.n > 0) return counts;
  const path = values === undefined ? 'valueCounts' : 'values';
  throw new AppError('bad-input', `${path} holds no value that came at least once.`, { path });
}

function addedUp(counts: NonNullable<PercentilesInput['valueCounts']>): ValueCounts {
  if ('upTo' in counts) return counts;
  return addUpCounts(
    counts.map(({ value }) => value),
    counts.map(({ count }) => count),
  );
}

function percentileOf(counts: ValueCounts, q: number, { method, confidence }: PercentilesInput): Percentile {
  const { lower, upper, coverage } = quantileRanks(counts.n, q, confidence);
  return {
    q,
    value: sampleQuantile(counts, q, method),
    interval: [lower === null ? null : valueAtRank(counts, lower), upper === null ? null : valueAtRank(counts, upper)],
    coverage,
    minimumN: { ...quantileSampleSize(q, confidence) },
  };
}

function openEnds({ q, interval, minimumN }: Percentile, n: number, confidence: number): string[] {
  const [low, high] = interval;
  if (low !== null && high !== null) return [];
  const side = low === null && high === null ? 'end on either side' : low === null ? 'lower end' : 'upper end';
  return [
    `The interval of ${percentileName(q)} has no ${side}: at ${formatPercentage(confidence, 'sentence')} that takes ${formatNumber(minimumN.interval, 'table')} values, and there ${n === 1 ? 'is 1' : `are ${formatNumber(n, 'table')}`}.`,
  ];
}

function corrected(
  counts: ValueCounts,
  { expectedInterval, percentiles: shares, method }: PercentilesInput,
): PercentilesOutput['correctedForOmission'] {
  if (expectedInterval === undefined) return null;
  const added = fillOmittedWaits(counts, expectedInterval, MOST_ADDED);
  if (added === null) {
    const message = `expectedInterval is so short beside ${formatNumber(valueAtRank(counts, counts.n), 'sentence')} that more than a million values would be added.`;
    throw new AppError('bad-input', message, { path: 'expectedInterval' });
  }
  const filled = addUpCounts(
    [...counts.values, ...added.map(({ value }) => value)],
    [...countsEach(counts), ...added.map(({ count }) => count)],
  );
  return {
    n: filled.n,
    added: filled.n - counts.n,
    mean: meanOfCounts(filled),
    percentiles: shares.map((q) => ({ q, value: sampleQuantile(filled, q, method) })),
  };
}

function assumptionsOf({ method, expectedInterval }: PercentilesInput): string[] {
  return [
    'Values are independent and come from one distribution. Requests of one burst or one host are alike, and then the intervals are too narrow.',
    `Percentiles by definition ${method} of Hyndman and Fan: ${METHODS[method]}.`,
    'Intervals have equal tails and hold for any distribution; their ends are values of the sample.',
    ...(expectedInterval === undefined
      ? []
      : [
          'The correction supposes that requests were meant to come at a steady pace and that each waited for the one before it.',
        ]),
  ];
}
