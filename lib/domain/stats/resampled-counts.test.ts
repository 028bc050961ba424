import { expect, test } from 'vitest';
import { resampledCounts } from './resampled-counts.ts';
import { seededRandom } from './seeded-random.ts';

test.each([
  ['one by one', [50, 0, 30, 20]],
  ['by binomial numbers', [500_000, 0, 300_000, 200_000]],
])('%s: the total is kept, means and variances are those of a multinomial', (_, counts) => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const draw = resampledCounts(counts, seededRandom(7));
  const resamples = 2000;
  const drawn = Array.from({ length: resamples }, () => [...draw()]);
  for (const each of drawn) expect(each.reduce((sum, count) => sum + count, 0)).toBe(total);
  for (const [kind, count] of counts.entries()) {
    const variance = count * (1 - count / total);
    const mean = drawn.reduce((sum, each) => sum + (each[kind] ?? 0), 0) / resamples;
    const spread = drawn.reduce((sum, each) => sum + ((each[kind] ?? 0) - count) ** 2, 0) / resamples;
    // Four standard errors of a mean and of a variance of that many normal numbers.
    expect(Math.abs(mean - count)).toBeLessThanOrEqual(4 * Math.sqrt(variance / resamples));
    expect(Math.abs(spread - variance)).toBeLessThanOrEqual(4 * variance * Math.sqrt(2 / resamples));
  }
});

test('the same seed draws the same', () => {
  const draw = () => [...resampledCounts([40_000, 10_000], seededRandom(3))()];
  expect(draw()).toEqual(draw());
});
