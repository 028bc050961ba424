import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import type { ReferenceRow } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { calculatorById } from './all-calculators.ts';
import { fanOutContract } from './fan-out-contract.ts';
import { fanOut } from './fan-out.ts';
import { runCalculator } from './run-calculator.ts';

const run = (input: object): ReturnType<typeof fanOut.compute> => fanOut.compute(fanOutContract.input.parse(input));
const rows = (calc: string): ReferenceRow[] => {
  const found = referenceRows('latency_throughput.csv').filter((row) => row['calc'] === calc);
  if (found.length === 0) throw new Error(`No reference rows for ${calc}`);
  return found;
};

test.each(rows('tail_fanout'))('published: $inputs_json', (row) => {
  const { p_slow: slowProbability, fanout } = inputsIn(row);
  expect(relativeDifference(run({ slowProbability, fanout }).anySlow, numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

test.each(rows('leaf_percentile_needed'))('closed form: $inputs_json', (row) => {
  const { target, fanout } = inputsIn(row);
  const { leafQuantile, leafSlowProbability } = run({ slowProbability: 0.01, fanout, target });
  expect(relativeDifference(leafQuantile ?? 0, numberIn(row, 'expected'))).toBeLessThan(1e-12);
  expect(relativeDifference(leafSlowProbability ?? 0, 1 - numberIn(row, 'expected'))).toBeLessThan(1e-11);
});

test('leaves that are as good as is asked meet the target', () => {
  const unit = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
  fc.assert(
    fc.property(unit, fc.integer({ min: 1, max: 100_000 }), (target, fanout) => {
      const { leafSlowProbability } = run({ slowProbability: 0.5, fanout, target });
      expect(run({ slowProbability: leafSlowProbability, fanout }).anySlow).toBeCloseTo(1 - target, 10);
    }),
  );
});

test('the largest fan-out meets the target and one more does not', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 0.3, noNaN: true }),
      fc.double({ min: 0.5, max: 0.699, noNaN: true }),
      (slowProbability, target) => {
        const largest = run({ slowProbability, fanout: 1, target }).largestFanout ?? 0;
        expect(largest).toBeGreaterThan(0);
        expect(run({ slowProbability, fanout: largest }).anySlow).toBeLessThanOrEqual(1 - target + 1e-9);
        expect(run({ slowProbability, fanout: largest + 1 }).anySlow).toBeGreaterThan(1 - target);
      },
    ),
  );
  expect(run({ slowProbability: 0.1, fanout: 5, target: 0.9 ** 5 }).largestFanout).toBe(5);
});

test('as often in a simulation', () => {
  const random = seededRandom(3);
  const requests = 100_000;
  let slow = 0;
  for (let request = 0; request < requests; request += 1) {
    let any = false;
    for (let call = 0; call < 20; call += 1) any = random() < 0.02 || any;
    if (any) slow += 1;
  }
  const expected = run({ slowProbability: 0.02, fanout: 20 }).anySlow;
  const error = Math.sqrt((expected * (1 - expected)) / requests);
  expect(Math.abs(slow / requests - expected)).toBeLessThan(4 * error);
});

test('what is not asked for or not defined is null', () => {
  expect(run({ slowProbability: 0.1, fanout: 3 })).toMatchObject({
    leafQuantile: null,
    leafSlowProbability: null,
    largestFanout: null,
    notes: [],
  });
  const never = run({ slowProbability: 0, fanout: 3, target: 0.9 });
  expect(never.largestFanout).toBeNull();
  expect(never.notes[0]).toContain('never slow');
  const always = run({ slowProbability: 1, fanout: 3, target: 0.9 });
  expect(always).toMatchObject({ anySlow: 1, largestFanout: 0 });
  expect(always.notes[0]).toContain('Even a single call');
});

test('says in words what it found', () => {
  const { interpretation } = runCalculator(calculatorById('fan-out'), fanOut.example);
  expect(interpretation[0]).toMatch(/When 1.% of calls are slow, 63\.4.% of requests wait for a slow call/);
  expect(interpretation[1]).toContain('a call may be slow 1 in 9,950 times');
  expect(interpretation[1]).toContain('99.98995\u202f%');
  expect(interpretation[2]).toMatch(/99.% holds up to 1 call\./);
});

test('a broken fan-out is refused', () => {
  expect(() => runCalculator(calculatorById('fan-out'), { slowProbability: 0.1, fanout: 2.5 })).toThrow(
    'fanout must be a whole number.',
  );
});
