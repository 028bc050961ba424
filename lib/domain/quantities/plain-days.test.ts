import { expect, it } from 'vitest';
import { daysBetween } from './plain-days.ts';

it.each([
  ['2026-05-31', '2026-09-01', 93],
  ['2028-02-28', '2028-03-01', 2],
  ['2027-02-28', '2027-03-01', 1],
  // Clocks change on both days in Europe, and on others elsewhere.
  ['2026-03-28', '2026-03-30', 2],
  ['2026-09-26', '2026-09-28', 2],
  ['2026-06-01', '2026-05-31', -1],
  ['2026-06-01', '2026-06-01', 0],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});
