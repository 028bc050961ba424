import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import type { ReferenceRow } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { calculatorById } from './all-calculators.ts';
import { availabilityContract } from './availability-contract.ts';
import { availability } from './availability.ts';
import { runCalculator } from './run-calculator.ts';

type Result = ReturnType<typeof availability.compute>;
const run = (input: object): Result => availability.compute(availabilityContract.input.parse(input));
const row = (calc: string): ReferenceRow => {
  const found = referenceRows('latency_throughput.csv').find((candidate) => candidate['calc'] === calc);
  if (found === undefined) throw new Error(`No reference row for ${calc}`);
  return found;
};
const named = (shares: readonly number[], more: object = {}): object[] =>
  shares.map((share, index) => ({ name: `d${index}`, availability: share, ...more }));

test('in series: the reliability pillar’s 99.97 %', () => {
  const result = run({ dependencies: named([0.9999, 0.9999, 0.9999]) });
  expect(relativeDifference(result.availability, numberIn(row('availability_serial'), 'expected'))).toBeLessThan(1e-12);
});

test('redundant: 99.9999 % of two copies of 99.9 %', () => {
  const result = run({ dependencies: named([0.999], { redundancy: 2 }) });
  expect(relativeDifference(result.availability, numberIn(row('availability_parallel'), 'expected'))).toBeLessThan(
    1e-12,
  );
});

test('four nines are 52.596 minutes a year', () => {
  const expected = row('downtime_minutes_per_year');
  const result = run({ dependencies: named([inputsIn(expected)['a'] ?? 0]) });
  expect(relativeDifference(result.downtimeMinutesPerYear, numberIn(expected, 'expected'))).toBeLessThan(1e-11);
});

test('is the product, never above the weakest, and order does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 3 }),
      (shares, redundancy) => {
        const result = run({ dependencies: named(shares, { redundancy }) });
        const product = shares.reduce((whole, share) => whole * (1 - (1 - share) ** redundancy), 1);
        expect(result.availability).toBeCloseTo(product, 12);
        expect(result.availability).toBeLessThanOrEqual(
          Math.min(...result.dependencies.map((part) => part.availability)) + 1e-12,
        );
        const reversed = run({ dependencies: named(shares.toReversed(), { redundancy }) });
        expect(reversed.availability).toBeCloseTo(result.availability, 12);
      },
    ),
  );
});

test('an objective that is met exactly is met', () => {
  expect(run({ dependencies: named([0.999]), slo: 0.999 }).met).toBe(true);
  expect(run({ dependencies: named([0.999, 0.99999]), slo: 0.999 }).met).toBe(false);
  expect(run({ dependencies: named([0.999]) }).met).toBeNull();
});

test('ends: never and always', () => {
  expect(run({ dependencies: named([0, 0.9]) })).toMatchObject({ availability: 0, downtimeMinutesPerYear: 525_960 });
  expect(run({ dependencies: named([1, 1]) })).toMatchObject({ availability: 1, downtimeMinutesPerYear: 0 });
});

test('says in words what it found, and warns of redundancy', () => {
  const { interpretation } = runCalculator(calculatorById('availability'), availability.example);
  expect(interpretation.join(' ')).toMatch(/available 99\.9375.% of the time, and down for 5\.48.h a year/);
  expect(interpretation.join(' ')).toMatch(/Most of it comes from Feature store: 4\.38.h\./);
  expect(interpretation.join(' ')).toContain('leave room for it');
  expect(interpretation.at(-1)).toContain('as if copies never failed together');
  const missed = runCalculator(calculatorById('availability'), { dependencies: named([0.99]), slo: 0.999 });
  expect(missed.interpretation.join(' ')).toContain('out of reach even if the service itself never fails');
});

test.each([
  [{ dependencies: [{ name: 'a' }] }, 'dependencies.0.availability is missing.'],
  [{ dependencies: [{ name: 'a', availability: 1 }, 7] }, 'dependencies.1 must be an object with name and'],
  [{ dependencies: [] }, 'dependencies must hold at least one entry.'],
  [
    { dependencies: [{ name: 'a', availability: 1, redundnacy: 2 }] },
    'dependencies.0.redundnacy is not an input of availability. Did you mean redundancy?',
  ],
  [
    {
      dependencies: [
        { name: 'a', availability: 1 },
        { name: 'a', availability: 0.9 },
      ],
    },
    'dependencies.1.name is ‘a’, which an entry before it is called as well.',
  ],
])('%j is refused: %s', (input, sentence) => {
  expect(() => runCalculator(calculatorById('availability'), input)).toThrow(sentence);
});
