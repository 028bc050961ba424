import { expect, test } from 'vitest';
import { longestHoldUp, ratePassedOn } from './connection-arithmetic.ts';
import { readForEachUsed } from './source-arithmetic.ts';

test('a rate by the day comes back whole', () => {
  expect(ratePassedOn(2_500_000 / 86_400, [86_400])).toBe(2_500_000);
  expect(ratePassedOn(0.1, [3])).toBe(0.3);
});

test('a sender waits for every try, and before every one but the first', () => {
  expect(longestHoldUp(100, 2, 10)).toBe(320);
  expect(longestHoldUp(100, 0, 10)).toBe(100);
});

test.each([
  [100, 5, 20],
  [100, 100, 1],
  [100, 0, null],
  [100, 101, null],
])('of %d columns %d are read', (columns, read, expected) => {
  expect(readForEachUsed(columns, read)).toBe(expected);
});
