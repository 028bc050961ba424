import { expect, test } from 'vitest';
import { relativeDifference } from '#test/relative-difference.ts';
import { stirlingError } from './stirling-error.ts';

// >>> mpmath.loggamma(x + 1) - ((x + 0.5) * log(x) - x + log(2 * pi) / 2)
test.each([
  [0.5, 0.15342640972002736],
  [3, 0.02767792568499834],
  [14.5, 0.0057462165130101155],
  [15, 0.005554733551962801],
  [100, 0.0008333305556349147],
  [1e6, 8.333333333333056e-8],
])('what Stirling leaves out at %d', (x, expected) => {
  expect(Math.abs(stirlingError(x) - expected)).toBeLessThan(2e-15);
  expect(relativeDifference(stirlingError(x), expected)).toBeLessThan(1e-12);
});

test('is not defined at 0', () => {
  expect(() => stirlingError(0)).toThrow(RangeError);
});
