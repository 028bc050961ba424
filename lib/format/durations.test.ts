import { describe, expect, test } from 'vitest';

import { shownRelative, shownWait } from './durations.ts';

const now = Date.parse('2026-12-12T12:00:00Z');
const ago = (ms: number) => now - ms;

describe('relative times', () => {
  test.each([
    [0, 'just now'],
    [59_000, 'just now'],
    [60_000, '1 minute ago'],
    [3_599_000, '59 minutes ago'],
    [7_200_000, '2 hours ago'],
    [86_400_000 * 29, '29 days ago'],
    [86_400_000 * 60, '2 months ago'],
    [86_400_000 * 800, '2 years ago'],
    [-86_400_000 * 6, 'in 6 days'],
  ])('%i ms ago is %s', (ms, shown) => {
    expect(shownRelative(ago(ms), now, 'en-GB')).toBe(shown);
  });
});

describe('waits', () => {
  test.each([
    [0, 'now'],
    [4 * 60_000, '4\u202Fmin'],
    [23.9 * 3_600_000, '23\u202Fh'],
    [50 * 3_600_000, '2\u202Fd'],
    [-5000, 'now'],
  ])('%i ms is %s', (ms, shown) => {
    expect(shownWait(ago(ms), now)).toBe(shown);
  });
});
