import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const known = ['baselineValue', 'targetValue', 'targetDate', 'owner', 'kind', 'pr-auc'];

test.each([
  ['targetvalue', 'targetValue'],
  ['tragetValue', 'targetValue'],
  ['target_date', 'targetDate'],
  ['ownr', 'owner'],
  ['prAuc', 'pr-auc'],
  ['knid', 'kind'],
])('%s is taken for %s', (typed, meant) => {
  expect(nearestName(typed, known)).toBe(meant);
});

test('nothing is near to nonsense', () => {
  expect(nearestName('qqqqqqqq', known)).toBeUndefined();
  expect(nearestName('x'.repeat(100_000), known)).toBeUndefined();
  expect(nearestName('owner', [])).toBeUndefined();
});
