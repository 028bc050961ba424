import { describe, expect, it } from 'vitest';
import { nudge } from './nudge.ts';

describe('nudge', () => {
  it.each([
    ['0.71', 1, false, '0.72'],
    ['0.20 %', 1, false, '0.21 %'],
    ['~80 ms', -1, false, '~79 ms'],
    ['15 min', 1, true, '25 min'],
    ['0.9', 1, false, '1.0'],
    ['0', -1, false, '-1'],
    ['−3', 1, false, '−2'],
    ['9,999/day', 1, false, '10,000/day'],
    ['.5', 1, false, '0.6'],
    ['about that', 1, false, 'about that'],
    ['', 1, false, ''],
  ] as const)('moves %j by %i (tenfold %s) to %j', (typed, direction, tenfold, expected) => {
    expect(nudge(typed, direction, tenfold)).toBe(expected);
  });
});
