import { expect, it } from 'vitest';
import { costThreshold } from './cost-threshold.ts';

it.each([
  [{ tp: 0, fp: 1, fn: 9, tn: 0 }, 0.1],
  [{ tp: 0, fp: 1, fn: 1, tn: 0 }, 0.5],
  [{ tp: 5, fp: 5, fn: 80, tn: 0 }, 0.0625],
  [{ tp: -10, fp: 2, fn: 0, tn: -2 }, 4 / 14],
  [{ tp: 0, fp: 0, fn: 5, tn: 0 }, null],
  [{ tp: 5, fp: 1, fn: 5, tn: 0 }, null],
])('%j', (costs, threshold) => {
  expect(costThreshold(costs)).toBe(threshold);
});
