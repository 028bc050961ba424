import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import type { ReferenceRow } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { calculatorById } from './all-calculators.ts';
import { latencyBudgetContract } from './latency-budget-contract.ts';
import { latencyBudget } from './latency-budget.ts';
import { runCalculator } from './run-calculator.ts';

type Result = ReturnType<typeof latencyBudget.compute>;
const run = (input: object): Result => latencyBudget.compute(latencyBudgetContract.input.parse(input));
const p99 = (result: Result): number => result.percentiles['p99'] ?? Number.NaN;
const rows = (calc: string): ReferenceRow[] => {
  const found = referenceRows('latency_throughput.csv').filter((row) => row['calc'] === calc);
  if (found.length === 0) throw new Error(`No reference rows for ${calc}`);
  return found;
};
const alike = (count: number, distribution: object, more: object = {}): object[] =>
  Array.from({ length: count }, (_, index) => ({ name: `s${index}`, distribution, ...more }));
const logNormals = (pairs: readonly (readonly [number, number])[]): object[] =>
  pairs.map(([p50, high], index) => ({ name: `s${index}`, distribution: { p50, p99: high } }));
/** A fast run: these tests are about what is not simulated. */
const quick = { samples: 1000 };

test.each(rows('serial_exp_p99'))('exponential steps: $inputs_json', (row) => {
  const { stages = 0, mean } = inputsIn(row);
  const result = run({ stages: alike(stages, { mean }), ...quick });
  expect(result.method).toBe('closed form');
  expect(relativeDifference(p99(result), numberIn(row, 'expected'))).toBeLessThan(1e-12);
  expect(relativeDifference(result.sumOfPercentiles['p99'] ?? 0, stages * -Math.log(0.01))).toBeLessThan(1e-12);
});

test.each(rows('serial_normal_p99'))('normal steps: $inputs_json', (row) => {
  const { stages = 0, mean, sd } = inputsIn(row);
  const result = run({ stages: alike(stages, { kind: 'normal', mean, sd }), ...quick });
  expect(result.method).toBe('closed form');
  expect(relativeDifference(p99(result), numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

test.each(rows('serial_bernoulli_p99'))('p99s that add up to far too little: $inputs_json', (row) => {
  const { fast = 0, slow = 0, p_slow: chance = 0, stages = 0 } = inputsIn(row);
  const points = [
    { ms: fast, p: 1 - chance },
    { ms: slow, p: chance },
  ];
  const result = run({ stages: alike(stages, { points }), ...quick });
  expect(result.sumOfPercentiles['p99']).toBe(2);
  expect(relativeDifference(p99(result), numberIn(row, 'expected'))).toBeLessThan(5e-4);
  expect(result.unionBound['p99']).toBe(200);
});

test.each(rows('serial_lognormal_p99'))('log-normal steps: $inputs_json', (row) => {
  const result = run({
    stages: logNormals([
      [5, 20],
      [10, 40],
      [30, 90],
    ]),
  });
  expect(result.method).toBe('convolution');
  // FFT on a grid of .01 ms gives 111.995, four million draws 111.90.
  expect(relativeDifference(p99(result), numberIn(row, 'expected'))).toBeLessThan(5e-5);
  expect(relativeDifference(result.simulated['p99']?.value ?? 0, numberIn(row, 'expected'))).toBeLessThan(5e-3);
  expect(result.sumOfPercentiles['p99']).toBeCloseTo(150, 9);
  expect(Math.abs((result.unionBound['p99'] ?? 0) - 183.58)).toBeLessThan(0.005);
});

// Bonferroni over five Exp(1): −5 ln(.01 / 5)
test('the safe bound of five exponential steps', () => {
  expect(run({ stages: alike(5, { mean: 1 }), ...quick }).unionBound['p99']).toBeCloseTo(31.07304049211095, 10);
});

const ms = fc.double({ min: 0.1, max: 100, noNaN: true });
const distributions = fc.oneof(
  fc
    .record({ p50: ms, factor: fc.double({ min: 1, max: 40, noNaN: true }) })
    .map(({ p50, factor }) => ({ p50, p99: p50 * factor })),
  ms.map((mean) => ({ mean })),
  fc
    .record({ mean: ms, cv: fc.double({ min: 0.05, max: 3, noNaN: true }) })
    .map(({ mean, cv }) => ({ mean, sd: mean * cv })),
  fc.array(ms, { minLength: 1, maxLength: 6 }).map((values) => ({ values })),
);
const plans = fc.array(
  fc.record({
    distribution: distributions,
    group: fc.constantFrom(undefined, undefined, 'g'),
    fanout: fc.constantFrom(1, 1, 7),
    timeoutMs: fc.constantFrom(undefined, undefined, 20),
  }),
  { minLength: 1, maxLength: 4 },
);
/** Stages of one group stand together. */
const named = (stages: readonly { group: string | undefined }[]): object[] =>
  stages
    .toSorted((a, b) => Number(a.group === undefined) - Number(b.group === undefined))
    .map((stage, index) => ({ ...stage, name: `s${index}` }));

test('whatever the plan, the percentile agrees with the simulation and keeps within its bounds', () => {
  fc.assert(
    fc.property(plans, (stages) => {
      const result = run({ stages: named(stages), samples: 20_000 });
      for (const key of ['p50', 'p90', 'p99']) {
        const value = result.percentiles[key] ?? Number.NaN;
        const [low, high] = result.simulated[key]?.interval ?? [];
        const error = (high ?? Infinity) - (low ?? 0);
        expect(value).toBeGreaterThanOrEqual(((low ?? 0) - error) * (1 - 2e-3));
        expect(value).toBeLessThanOrEqual(((high ?? Infinity) + error) * (1 + 2e-3));
        expect(value).toBeLessThanOrEqual((result.unionBound[key] ?? 0) * (1 + 2e-3));
      }
      const shares = result.contributions.reduce((sum, { tailShare }) => sum + tailShare, 0);
      expect(shares).toBeCloseTo(1, 9);
    }),
    { numRuns: 40, seed: 17 },
  );
});

test('the interval of a simulated percentile covers as often as it says', () => {
  const truth = p99(run({ stages: alike(2, { mean: 1 }), ...quick }));
  const covered = Array.from({ length: 200 }, (_, seed) => {
    const [low, high] = run({ stages: alike(2, { mean: 1 }), seed, samples: 2000 }).simulated['p99']?.interval ?? [];
    return (low ?? 0) <= truth && truth <= (high ?? Infinity);
  }).filter(Boolean).length;
  // At least 95 % nominally; four standard errors of 200 trials are 6 points.
  expect(covered / 200).toBeGreaterThan(0.89);
});

test('side by side: the slowest counts, once', () => {
  const result = run({ stages: alike(3, { mean: 10 }, { group: 'g' }), ...quick });
  // 1 − (1 − e^−x)³ = .01
  expect(relativeDifference(p99(result), -10 * Math.log(1 - 0.99 ** (1 / 3)))).toBeLessThan(1e-4);
  expect(result.sumOfPercentiles['p99']).toBeCloseTo(10 * Math.log(100), 9);
  for (const { startMs } of result.contributions) expect(startMs).toBe(0);
});

test('a fan-out takes the slowest of its calls', () => {
  const [fanned, single] = [100, 1].map((fanout) =>
    run({ stages: alike(1, { p50: 10, p99: 100 }, { fanout }), ...quick }),
  );
  expect(fanned?.percentiles['p50']).toBeGreaterThan(100);
  expect(single && p99(single)).toBeCloseTo(100, 9);
});

test('a retry repeats the step after its timeout', () => {
  const points = [
    { ms: 10, p: 0.9 },
    { ms: 1000, p: 0.1 },
  ];
  const result = run({ stages: alike(1, { points }, { timeoutMs: 50, retries: 1 }), ...quick });
  // .9 end at 10, .09 at 60, and .01 give up at 100.
  expect(result.percentiles).toMatchObject({ p50: 10, p95: 60, p999: 100 });
  expect(result.failureProbability).toBeCloseTo(0.01, 12);
  expect(run({ stages: alike(1, { points }), ...quick }).failureProbability).toBeNull();
});

test('after: the plan is simulated, and goes along the longest way', () => {
  const constant = (time: number) => ({ points: [{ ms: time, p: 1 }] });
  const result = run({
    stages: [
      { name: 'a', distribution: constant(5) },
      { name: 'b', distribution: constant(20), after: [] },
      { name: 'c', distribution: constant(30), after: ['a'] },
      { name: 'd', distribution: constant(1), after: ['b', 'c'] },
    ],
    ...quick,
  });
  expect(result).toMatchObject({ method: 'simulation', mean: 36, tailMean: 36 });
  expect(result.percentiles['p50']).toBe(36);
  expect(result.contributions.map(({ startMs }) => startMs)).toEqual([0, 0, 5, 35]);
  const shares = result.contributions.map(({ tailShare }) => tailShare);
  [5 / 36, 0, 30 / 36, 1 / 36].forEach((share, index) => expect(shares[index]).toBeCloseTo(share, 12));
});

test('objectives: met, missed, safe, and too close to tell', () => {
  const stages = logNormals([
    [5, 20],
    [10, 40],
    [30, 90],
  ]);
  const slo = [100, 120, 200].map((limit) => ({ percentile: 0.99, ms: limit }));
  const verdicts = run({ stages, slo, ...quick }).slo;
  expect(verdicts.map(({ met, safe }) => [met, safe])).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
  expect(verdicts[0]?.slack).toBeCloseTo(100 - 111.99, 1);
  const close = run({
    stages: [
      { name: 'a', distribution: { mean: 1 } },
      { name: 'b', distribution: { mean: 1 }, after: ['a'] },
    ],
    slo: [{ percentile: 0.99, ms: 6.64 }],
    ...quick,
  });
  expect(close.slo[0]?.met).toBeNull();
});

test('the same seed gives the same numbers, another seed others', () => {
  const stages = alike(2, { p50: 1, p99: 10 });
  expect(run({ stages, ...quick })).toEqual(run({ stages, ...quick }));
  expect(run({ stages, seed: 2, ...quick }).simulated).not.toEqual(run({ stages, ...quick }).simulated);
});

test('says in words what it found', () => {
  const { interpretation } = runCalculator(calculatorById('latency-budget'), latencyBudget.example);
  const words = interpretation.join(' ');
  expect(words).toMatch(/the whole takes 48\.1.ms at p50 and 112.ms at p99/);
  expect(words).toMatch(/p99s add up to 150.ms, which is neither right nor safe/);
  expect(words).toMatch(/99.% within 100.ms: missed by 12.ms\./);
  expect(words).toMatch(/of that is Ranking\./);
});

const one = (distribution: unknown, more: object = {}) => ({ stages: [{ name: 'a', distribution, ...more }] });
test.each([
  [{ stages: [{ name: 'a' }] }, 'stages.0.distribution is missing.'],
  [
    one({}),
    'stages.0.distribution takes p50 and p99, mean, mean and sd (with kind normal or without), values, or points; it is empty.',
  ],
  [one({ p50: 1 }), '; there is p50.'],
  [one({ p50: 1, p99: 2, mean: 3 }), '; there are p50, p99, mean.'],
  [one({ kind: 'normal', mean: 3 }), '; there are kind, mean.'],
  [one({ kind: 'gamma', mean: 3 }), 'stages.0.distribution.kind must be normal, or left out.'],
  [one({ p50: 3, p99: 2 }), 'stages.0.distribution.p99 must be at least p50, and 2 is less than 3.'],
  [one({ p50: 1, p99: 1e7 }), 'stages.0.distribution.p99 must be at most a million times p50.'],
  [one({ mean: 1, sd: 11 }), 'stages.0.distribution.sd must be at most ten times the mean.'],
  [
    one({ points: [{ ms: 1, p: 0.5 }] }),
    'stages.0.distribution.points must have chances that add up to 1, and they add up to 0.5.',
  ],
  [one({ p5: 1, p99: 2 }), 'stages.0.distribution.p5 is not an input of latency-budget. Did you mean p50?'],
  [one({ mean: 1 }, { retries: 1 }), 'stages.0.retries needs timeoutMs'],
  [one({ mean: 1 }, { after: ['b'] }), 'stages.0.after names ‘b’, and no stage is called so.'],
  [one({ mean: 1 }, { after: ['a'] }), 'stages.0.after names ‘a’, which does not stand before it in the list.'],
  [one({ mean: 1 }, { after: [], group: 'g' }), 'stages.0.after cannot be given beside group'],
  [{ stages: [...alike(1, { mean: 1 }), ...alike(1, { mean: 1 })] }, 'stages.1.name is ‘s0’, which a stage before it'],
  [
    { stages: ['g', undefined, 'g'].map((group, index) => ({ name: `s${index}`, distribution: { mean: 1 }, group })) },
    'stages.2.group is ‘g’, whose other stages stand apart',
  ],
  [{ stages: alike(4, { mean: 1 }), samples: 1_000_000 }, 'samples must be at most 750000 with 4 stages.'],
])('%j is refused: %s', (input, sentence) => {
  expect(() => runCalculator(calculatorById('latency-budget'), input)).toThrow(sentence);
});
