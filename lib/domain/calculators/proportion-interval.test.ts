import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { relativeDifference } from '#test/relative-difference.ts';
import { proportionInterval } from './proportion-interval.ts';
import { calculatorById } from './all-calculators.ts';
import { runCalculator } from './run-calculator.ts';

test.each(referenceRows('proportion_intervals.csv'))('published: $successes of $n', (row) => {
  const { estimate, wilson, clopperPearson } = proportionInterval.compute({
    successes: numberIn(row, 'successes'),
    n: numberIn(row, 'n'),
    confidence: numberIn(row, 'conf'),
  });
  const ends: [number | undefined, string][] = [
    [wilson?.[0], 'wilson_lo'],
    [wilson?.[1], 'wilson_hi'],
    [clopperPearson?.[0], 'clopper_pearson_lo'],
    [clopperPearson?.[1], 'clopper_pearson_hi'],
  ];
  expect(estimate).toBe(numberIn(row, 'successes') / numberIn(row, 'n'));
  for (const [actual, column] of ends) {
    expect(relativeDifference(actual ?? Number.NaN, numberIn(row, column))).toBeLessThan(1e-9);
  }
});

test('without cases nothing is made up', () => {
  const result = proportionInterval.compute({ successes: 0, n: 0, confidence: 0.95 });
  expect(result).toMatchObject({ estimate: null, wilson: null, clopperPearson: null });
  expect(result.notes).toEqual([expect.stringContaining('n = 0')]);
  expect(proportionInterval.interpretation({ successes: 0, n: 0, confidence: 0.95 }, result)).toEqual(result.notes);
});

test('more successes than cases is bad input that names the key', () => {
  expect(() => runCalculator(calculatorById(proportionInterval.id), { successes: 3, n: 2 })).toThrow(
    'successes must be at most n, and 3 is more than 2.',
  );
});

test('says in words what it found', () => {
  const run = runCalculator(calculatorById(proportionInterval.id), { successes: 81, n: 263 });
  expect(run.interpretation[0]).toMatch(/^81 of 263 is 30\.8.%\.$/);
  expect(run.interpretation[1]).toMatch(/between 25\.5.% and 36\.6.% \(Wilson\)/);
});

test('every whole input gives an interval that holds the estimate', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const { estimate, wilson, clopperPearson } = proportionInterval.compute({
        successes: Math.round(share * n),
        n,
        confidence: 0.95,
      });
      for (const interval of [wilson, clopperPearson]) {
        expect(interval?.[0]).toBeLessThanOrEqual(estimate ?? -1);
        expect(interval?.[1]).toBeGreaterThanOrEqual(estimate ?? 2);
      }
    }),
  );
});
