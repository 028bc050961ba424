import { expect, test } from 'vitest';
import { numberIn, referenceRows } from '#test/reference-rows.ts';
import { quantileRanks, rankCoverage } from './quantile-ranks.ts';
import { seededRandom } from './seeded-random.ts';

const rows = referenceRows('percentile_ci_ranks.csv');
const given = rows.filter(({ upper_exists: upper }) => upper === 'given ranks');
const equalTailed = rows.filter(({ upper_exists: upper }) => upper !== 'given ranks');

test('the table holds both kinds of rows', () => {
  expect([given.length, equalTailed.length]).toEqual([4, 13]);
});

test.each(equalTailed)('n = $n, q = $quantile: ranks $lower_rank and $upper_rank', (row) => {
  const n = numberIn(row, 'n');
  const { lower, upper, coverage } = quantileRanks(n, numberIn(row, 'quantile'), numberIn(row, 'conf'));
  expect(lower).toBe(numberIn(row, 'lower_rank'));
  expect(upper).toBe(row['upper_exists'] === 'yes' ? numberIn(row, 'upper_rank') : null);
  expect(Math.abs(coverage - numberIn(row, 'coverage'))).toBeLessThan(1e-11);
});

test.each(given)('n = $n, q = $quantile: the coverage of $lower_rank to $upper_rank', (row) => {
  const [n, q, lower, upper] = ['n', 'quantile', 'lower_rank', 'upper_rank'].map((column) => numberIn(row, column));
  expect(Math.abs(rankCoverage(n ?? 0, q ?? 0, lower ?? 0, upper ?? 0) - numberIn(row, 'coverage'))).toBeLessThan(
    1e-11,
  );
});

test('a low quantile of few values has no lower end', () => {
  expect(quantileRanks(10, 0.05, 0.95).lower).toBeNull();
});

test('covers as often as it says, for a skewed distribution', () => {
  const random = seededRandom(11);
  const truth = -Math.log(0.1);
  const [n, repeats] = [50, 6000];
  const { lower, upper, coverage } = quantileRanks(n, 0.9, 0.95);
  let covered = 0;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const sample = Array.from({ length: n }, () => -Math.log(1 - random())).sort((a, b) => a - b);
    if ((sample[(lower ?? 1) - 1] ?? 0) <= truth && truth <= (sample[(upper ?? n) - 1] ?? 0)) covered += 1;
  }
  expect(coverage).toBeGreaterThan(0.95);
  expect(Math.abs(covered / repeats - coverage)).toBeLessThan(4 * Math.sqrt((coverage * (1 - coverage)) / repeats));
});
