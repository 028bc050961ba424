import { expect, test } from 'vitest';
import { byPercentile, percentileKey, percentileName } from './percentile-key.ts';

test.each([
  [0.5, 'p50', 'p50'],
  [0.05, 'p05', 'p5'],
  [0.99, 'p99', 'p99'],
  [0.999, 'p999', 'p99.9'],
  [0.9995, 'p9995', 'p99.95'],
  [1e-7, 'p0000001', 'p0.00001'],
])('%d', (share, key, name) => {
  expect(percentileKey(share)).toBe(key);
  expect(percentileName(share)).toBe(name);
});

test('one value for each', () => {
  expect(byPercentile([0.5, 0.9], (share) => share * 10)).toEqual({ p50: 5, p90: 9 });
});
