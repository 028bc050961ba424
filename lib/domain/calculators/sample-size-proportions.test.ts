import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { calculatorById } from './all-calculators.ts';
import { runCalculator } from './run-calculator.ts';
import { sampleSizeProportionsContract } from './sample-size-proportions-contract.ts';
import { sampleSizeProportions } from './sample-size-proportions.ts';

type Result = ReturnType<typeof sampleSizeProportions.compute>;
const run = (input: object): Result => sampleSizeProportions.compute(sampleSizeProportionsContract.input.parse(input));

// The values of test/reference-data/power_sample_size.csv; lib/domain/stats tests every row of it.
test.each<[string, object, number]>([
  ['R, pooled', { baseline: 0.2, effect: 0.05 }, 1093.7390457661654],
  ['R, power .9', { baseline: 0.5, effect: 0.25, power: 0.9 }, 76.7069284518],
  ['R, strict', { baseline: 0.15, effect: 0.15, power: 0.85, bothTails: true }, 137.603947881],
  ['evanmiller.org', { baseline: 0.2, effect: 0.05, method: 'evan-miller' }, 1030.2192831104596],
  [
    'evanmiller.org, relative',
    { baseline: 0.05, effect: 0.2, effectKind: 'relative', method: 'evan-miller' },
    7663.00027166803,
  ],
])('%s', (_, input, expected) => {
  const result = run(input);
  expect(relativeDifference(result.nPerGroupExact ?? 0, expected)).toBeLessThan(1e-9);
  expect(result.nPerGroup).toBe(Math.ceil(expected));
  expect(result.nTotal).toBe(2 * Math.ceil(expected));
});

test('1,094 a group at 122 a day, all enrolled, takes 18 days', () => {
  expect(run({ baseline: 0.2, effect: 0.05, trafficPerDay: 122 }).days).toBe(18);
  expect(run({ baseline: 0.2, effect: 0.05, trafficPerDay: 122, allocation: 0.5 }).days).toBe(36);
});

test('any two of effect, n and power settle the third', () => {
  const { nPerGroupExact } = run({ baseline: 0.3, effect: 0.04, power: 0.85 });
  const n = Math.ceil(nPerGroupExact ?? 0);
  expect(run({ baseline: 0.3, effect: 0.04, n }).power).toBeGreaterThanOrEqual(0.85);
  const found = run({ baseline: 0.3, n, power: 0.85 });
  expect(found.effect).toBeLessThanOrEqual(0.04);
  expect(relativeDifference(found.effect ?? 0, 0.04)).toBeLessThan(1e-3);
  expect(found.effectDown).toBeLessThan(0);
});

test('R solves for the second share: 50 a group at power .9 find .5 against .8026', () => {
  expect(
    relativeDifference(0.5 + (run({ baseline: 0.5, n: 50, power: 0.9 }).effect ?? 0), 0.802630581704),
  ).toBeLessThan(1e-9);
});

test('unequal groups and several variants', () => {
  const result = run({ baseline: 0.2, effect: 0.05, ratio: 0.5, variants: 3 });
  expect(result.nPerChangedGroup).toBe(Math.ceil((result.nPerGroupExact ?? 0) / 2));
  expect(result.nTotal).toBe((result.nPerGroup ?? 0) + 2 * (result.nPerChangedGroup ?? 0));
  expect(result.assumptions.join(' ')).toContain('at the full alpha');
});

test('a single group', () => {
  const result = run({ baseline: 0.2, effect: 0.05, design: 'one-sample' });
  expect(result.nPerChangedGroup).toBeNull();
  expect(result.nTotal).toBe(result.nPerGroup);
});

test('what is not defined is null with its reason', () => {
  const nothing = run({ baseline: 0.2, effect: 0 });
  expect(nothing.nPerGroup).toBeNull();
  expect(nothing.days).toBeNull();
  expect(nothing.notes.join(' ')).toContain('no number of cases');
  const tooFew = run({ baseline: 0.99, n: 10, power: 0.9 });
  expect(tooFew.effect).toBeNull();
  expect(tooFew.notes.join(' ')).toContain('No rise is large enough');
});

test.each<[object, string, string]>([
  [{ baseline: 0.2 }, 'effect', 'effect is missing'],
  [{ baseline: 0.2, effect: 0.05, n: 10, power: 0.8 }, 'power', 'any two of them settle the third'],
  [{ baseline: 0.2, effect: 0.9 }, 'effect', 'takes the share of 0.2 to 1.1'],
  [{ baseline: 0.2, effect: -1, effectKind: 'relative' }, 'effect', 'a share lies between 0 and 1'],
  [{ baseline: 0.2, effect: 0.05, power: 0.04 }, 'power', 'must be above alpha'],
  [{ baseline: 0.2, effect: 0.05, design: 'one-sample', ratio: 2 }, 'ratio', 'a single group'],
  [{ baseline: 0.2, effect: 0.05, design: 'one-sample', variants: 3 }, 'variants', 'a single group'],
  [{ baseline: 0.2, effect: 0.05, method: 'evan-miller', ratio: 2 }, 'method', 'same size'],
  [{ baseline: 1, effect: 0.05 }, 'baseline', 'above 0 and below 1'],
  [{ baseline: 0.2, effect: 0.05, sides: 3 }, 'sides', 'must be 1 or 2'],
  [{ baseline: 0.2, effect: 0.05, method: 'fisher' }, 'method', 'must be pooled, evan-miller or arcsine'],
])('%j is refused at %s', (input, path, message) => {
  expect(() => runCalculator(calculatorById(sampleSizeProportions.id), input)).toThrow(
    expect.objectContaining({ code: 'bad-input', details: expect.objectContaining({ path }) }),
  );
  expect(() => runCalculator(calculatorById(sampleSizeProportions.id), input)).toThrow(message);
});

test('more power, a smaller effect or a smaller alpha never takes fewer cases', () => {
  const share = fc.double({ min: 0.05, max: 0.6, noNaN: true });
  const effect = fc.double({ min: 0.01, max: 0.3, noNaN: true });
  fc.assert(
    fc.property(share, effect, fc.constantFrom('pooled', 'evan-miller', 'arcsine'), (baseline, size, method) => {
      const n = (input: object): number => run({ baseline, effect: size, method, ...input }).nPerGroupExact ?? 0;
      expect(n({ power: 0.9 })).toBeGreaterThan(n({ power: 0.8 }));
      expect(n({ alpha: 0.01 })).toBeGreaterThan(n({ alpha: 0.05 }));
      expect(n({ sides: 2 })).toBeGreaterThan(n({ sides: 1 }));
      expect(n({ effect: size / 2 })).toBeGreaterThan(n({}));
    }),
  );
});

test('one of a thing is said in the singular', () => {
  const words = (input: object): string =>
    runCalculator(calculatorById(sampleSizeProportions.id), input).interpretation.join(' ');
  expect(words({ baseline: 0.2, effect: 0.7, trafficPerDay: 50_000 })).toContain('At this traffic it takes 1 day.');
  expect(words({ baseline: 0.2, n: 1 })).toContain('No rise is large enough to be found with 1 case a group.');
  expect(words({ baseline: 0.2, n: 2, design: 'one-sample' })).toContain(
    'No fall is large enough to be found with 2 cases.',
  );
});
