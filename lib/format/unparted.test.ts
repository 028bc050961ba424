import { expect, test } from 'vitest';
import { unparted } from './unparted.ts';

test.each([
  ['They catch 35 % of it.', 'They catch 35\u202f% of it.'],
  ['from €1.9 M to €1.2 M', 'from €1.9\u202fM to €1.2\u202fM'],
  ['p99 of 12 ms, within 90 days', 'p99 of 12\u202fms, within 90\u00a0days'],
])('a number and its unit stay on one line: %s', (text, expected) => {
  expect(unparted(text)).toBe(expected);
});

test.each(['200 are honest', '64 rules', 'in 2027 Mail changed', '3 daily reports'])(
  'what is no unit is left alone: %s',
  (text) => {
    expect(unparted(text)).toBe(text);
  },
);
