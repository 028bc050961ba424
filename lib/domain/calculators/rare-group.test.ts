import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputsIn, numberIn, referenceRows } from '#test/reference-rows.ts';
import type { ReferenceRow } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { rareGroupContract } from './rare-group-contract.ts';
import { rareGroup } from './rare-group.ts';
import { calculatorById } from './all-calculators.ts';
import { runCalculator } from './run-calculator.ts';

const rows = (calc: string): ReferenceRow[] => {
  const found = referenceRows('sampling.csv').filter((row) => row['calc'] === calc);
  if (found.length === 0) throw new Error(`No reference rows for ${calc}`);
  return found;
};
const run = (input: object): ReturnType<typeof rareGroup.compute> =>
  rareGroup.compute(rareGroupContract.input.parse(input));

test.each([...rows('miss_prob'), ...rows('miss_prob_finite')])('$calc $inputs_json', (row) => {
  const { p, n = 0, N, K = 0 } = inputsIn(row);
  const result = run(N === undefined ? { share: p, n } : { share: K / N, n, population: N });
  expect(relativeDifference(result.missProbability, numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

test.each([...rows('n_to_see_one'), ...rows('n_to_see_k')])('$calc $inputs_json', (row) => {
  const { p, k = 1, conf } = inputsIn(row);
  const result = run({ share: p, n: 10, atLeast: k, confidence: conf });
  expect(result.nForAtLeast).toBe(numberIn(row, 'expected'));
});

test.each(rows('rule_of_three'))('$calc $inputs_json', (row) => {
  const result = run({ share: 0.01, n: inputsIn(row)['n'] });
  expect(relativeDifference(result.upperBoundIfNoneSeen ?? 0, numberIn(row, 'expected'))).toBeLessThan(1e-12);
});

test('the smallest size is certain enough and one less is not', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.0005, max: 1, noNaN: true }), fc.integer({ min: 1, max: 40 }), (share, atLeast) => {
      const { nForAtLeast } = run({ share, n: 1, atLeast });
      const certain = (n: number): number => run({ share, n, atLeast }).probabilityAtLeast;
      expect(certain(nForAtLeast ?? 0)).toBeGreaterThanOrEqual(0.95 - 1e-12);
      expect(certain((nForAtLeast ?? 1) - 1)).toBeLessThan(0.95);
    }),
    { numRuns: 50 },
  );
});

test('a finite population: rounds the group and says so, and its sizes never exceed it', () => {
  const result = run({ share: 0.0105, n: 100, population: 1000, atLeast: 3 });
  expect(result.groupSize).toBe(11);
  expect(result.notes.join(' ')).toContain('computed with 11 whole members');
  expect(result.nForAtLeast).toBeLessThanOrEqual(1000);
  const all = run({ share: 0.01, n: 1000, population: 1000, atLeast: 10 });
  expect(all.probabilityAtLeast).toBeCloseTo(1, 12);
  expect(all.missProbability).toBe(0);
});

test('what is not defined is null with its reason', () => {
  const nobody = run({ share: 0, n: 50 });
  expect(nobody.missProbability).toBe(1);
  expect(nobody.nForOne).toBeNull();
  expect(nobody.notes.join(' ')).toContain('nForOne is not defined: a group without members is never seen.');
  const tooFew = run({ share: 0.01, n: 50, population: 100, atLeast: 2 });
  expect(tooFew.nForOne).not.toBeNull();
  expect(tooFew.nForAtLeast).toBeNull();
  expect(tooFew.notes.join(' ')).toContain('the population holds only 1 of the group');
  const noSample = run({ share: 0.01, n: 0 });
  expect(noSample.upperBoundIfNoneSeen).toBeNull();
  expect(noSample.missProbability).toBe(1);
});

test('certainty: a group that is everyone is never missed', () => {
  expect(run({ share: 1, n: 1 })).toMatchObject({ missProbability: 0, probabilityAtLeast: 1, nForOne: 1 });
});

test('the exact bound of a finite population lies below the one without end', () => {
  const finite = run({ share: 0.01, n: 100, population: 200 }).upperBoundIfNoneSeen ?? 1;
  const endless = run({ share: 0.01, n: 100 }).upperBoundIfNoneSeen ?? 0;
  expect(finite).toBeLessThan(endless);
});

test('a sample larger than its population is bad input that names the key', () => {
  expect(() => runCalculator(calculatorById(rareGroup.id), { share: 0.1, n: 11, population: 10 })).toThrow(
    /^n must be at most/,
  );
});

test('more of the group than can be added up term by term is bad input where the population is given', () => {
  const input = { share: 0.1, n: 11, atLeast: 10_001 };
  const run = (more: object) => runCalculator(calculatorById(rareGroup.id), { ...input, ...more });
  expect(() => run({ population: 1e9 })).toThrow('atLeast must be at most 10,000 where the population is given.');
  expect(run({}).output).toMatchObject({ probabilityAtLeast: 0 });
});
