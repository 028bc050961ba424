import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { calculatorById } from './all-calculators.ts';
import { percentilesContract } from './percentiles-contract.ts';
import { percentiles } from './percentiles.ts';
import { runCalculator } from './run-calculator.ts';

type Result = ReturnType<typeof percentiles.compute>;
const run = (input: object): Result => percentiles.compute(percentilesContract.input.parse(input));
const valueOf = (result: Result, q: number): number =>
  result.percentiles.find((percentile) => percentile.q === q)?.value ?? Number.NaN;
const ten = percentiles.example.values;

test('ten response times: the mean is above all but one of them', () => {
  const row = referenceRows('latency_throughput.csv').find(
    ({ expected, calc }) => calc === 'mean_vs_tail' && expected === '390.0',
  );
  const result = run({ values: ten });
  expect(result.mean).toBe(numberIn(row ?? {}, 'expected'));
  expect(result).toMatchObject({ n: 10, min: 90, max: 3000, meanRank: 0.9 });
  expect(valueOf(result, 0.5)).toBe(100);
});

test.each(referenceRows('latency_throughput.csv').filter(({ calc }) => calc?.startsWith('quantile_type')))(
  'published: $calc',
  (row) => {
    const method = Number(/type(\d)/.exec(row['calc'] ?? '')?.[1]);
    expect(valueOf(run({ values: ten, method }), 0.9)).toBeCloseTo(numberIn(row, 'expected'), 9);
  },
);

test('a real pause log, as HdrHistogram reads it', () => {
  const valueCounts = referenceRows('jhiccup_value_counts.csv').map((row) => ({
    value: numberIn(row, 'value_ns'),
    count: numberIn(row, 'count'),
  }));
  const result = run({ valueCounts, method: 1 });
  expect(result.n).toBe(48_761);
  expect([0.5, 0.9, 0.95, 0.99].map((q) => valueOf(result, q))).toEqual([327_935, 409_855, 625_475_583, 1_427_111_935]);
  // Its mean takes the middle of each bucket, the table their upper ends, which are what its percentiles are.
  expect(relativeDifference(result.mean, 67_632_018.5)).toBeLessThan(5e-4);
});

test('a pause that kept a client from sending, corrected as hdr-histogram-js does', () => {
  const row = referenceRows('latency_throughput.csv').find(({ calc }) => calc === 'coordinated_omission') ?? {};
  const { correctedForOmission, ...raw } = run({
    valueCounts: [
      { value: 1000, count: 10_000 },
      { value: 1e8, count: 1 },
    ],
    expectedInterval: 10_000,
    percentiles: [0.75, 0.9, 0.99],
  });
  expect(correctedForOmission).toMatchObject({ n: 20_000, added: 9999 });
  // The histogram keeps three digits.
  const corrected = correctedForOmission?.percentiles.map(({ value }) => value) ?? [];
  for (const [index, expected] of [numberIn(row, 'expected'), 80_019_455, 98_041_855].entries()) {
    expect(relativeDifference(corrected[index] ?? 0, expected)).toBeLessThan(1e-3);
  }
  expect(relativeDifference(correctedForOmission?.mean ?? 0, 25_006_965.7)).toBeLessThan(1e-3);
  expect(valueOf({ ...raw, correctedForOmission }, 0.99)).toBe(1000);
});

test.each(referenceRows('percentile_ci_ranks.csv').filter(({ source }) => source?.startsWith('equal-tail')))(
  'published ranks: n = $n, q = $quantile',
  (row) => {
    const n = numberIn(row, 'n');
    const [result] = run({
      values: Array.from({ length: n }, (_, index) => n - index),
      percentiles: [numberIn(row, 'quantile')],
      confidence: numberIn(row, 'conf'),
    }).percentiles;
    const upper = row['upper_exists'] === 'yes' ? numberIn(row, 'upper_rank') : null;
    expect(result?.interval).toEqual([numberIn(row, 'lower_rank'), upper]);
    expect(Math.abs((result?.coverage ?? 0) - numberIn(row, 'coverage'))).toBeLessThan(1e-11);
  },
);

test('values and their counts are the same sample', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 60 }), (values) => {
      const valueCounts = [...new Set(values)].map((value) => ({
        value,
        count: values.filter((other) => other === value).length,
      }));
      expect(run({ valueCounts, expectedInterval: 2 })).toEqual(run({ values, expectedInterval: 2 }));
    }),
  );
});

test('the interval holds the percentile, and the corrected one is never below the measured one', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 80 }), (values) => {
      const result = run({ values, expectedInterval: 5, method: 1 });
      result.percentiles.forEach(({ value, interval: [low, high], coverage }) => {
        expect(low ?? -Infinity).toBeLessThanOrEqual(value);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(value);
        expect(coverage).toBeGreaterThanOrEqual(0.95 - 1e-12);
      });
      expect(result.correctedForOmission?.n).toBe(values.length + (result.correctedForOmission?.added ?? 0));
    }),
  );
});

test('an end that the sample does not reach is null, with the size that it takes', () => {
  const result = run({ values: Array.from({ length: 100 }, (_, index) => index), percentiles: [0.99] });
  expect(result.percentiles[0]).toMatchObject({
    interval: [96, null],
    minimumN: { oneSided: 299, twoSided: 473, interval: 368 },
  });
  expect(result.notes).toEqual([
    'The interval of p99 has no upper end: at 95\u202f% that takes 368 values, and there are 100.',
  ]);
  expect(run({ values: [7], percentiles: [0.5] }).notes[0]).toContain('no end on either side');
});

test('says in words what it found', () => {
  const { interpretation } = runCalculator(calculatorById('percentiles'), percentiles.example);
  expect(interpretation[0]).toBe('10 values: p50 is 100, p90 is 399, p95 is 1,700, p99 is 2,740, p99.9 is 2,970.');
  expect(interpretation[1]).toMatch(/The mean is 390; 90.% of the values are no greater\./);
  expect(interpretation[2]).toMatch(/At 95.% confidence the true p50 lies between 95 and 110\./);
});

test.each([
  [{ values: [1, 'two'] }, 'values.1 must be a number.'],
  [{ values: [] }, 'values must hold at least one entry.'],
  [{ values: [1], valueCounts: [{ value: 1, count: 1 }] }, 'valueCounts cannot be given beside values'],
  [{ valueCounts: [{ value: 1, count: 0 }] }, 'valueCounts holds no value that came at least once.'],
  [
    { valueCounts: [{ value: 1, cuont: 2 }] },
    'valueCounts.0.cuont is not an input of percentiles. Did you mean count?',
  ],
  [{ values: [1], method: 10 }, 'method must be a whole number from 1 to 9.'],
  [{ values: [1e9], expectedInterval: 1e-9 }, 'expectedInterval is so short beside'],
  [{ values: [3e6], expectedInterval: 1 }, 'more than a million values would be added.'],
])('%j is refused: %s', (input, sentence) => {
  expect(() => runCalculator(calculatorById('percentiles'), input)).toThrow(sentence);
});
