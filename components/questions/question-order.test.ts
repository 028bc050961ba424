import { expect, test } from 'vitest';
import { byDay, isFor, isOverdue } from './question-order.ts';

const dana = { name: 'Dana Ruiz', email: 'dana@example.org' };

test('the first to be due comes first, and the order of the worksheet holds where there is no day', () => {
  const asked = [
    { who: 'a', by: null },
    { who: 'b', by: '2027-01-01' },
    { who: 'c', by: null },
    { who: 'd', by: '2026-12-12' },
  ];
  expect(byDay(asked).map(({ who }) => who)).toEqual(['d', 'b', 'a', 'c']);
});

test('a question is for whoever it names, by name or mail address, in any case', () => {
  expect(isFor({ who: ' dana ruiz', by: null }, dana)).toBe(true);
  expect(isFor({ who: 'DANA@example.org', by: null }, dana)).toBe(true);
  expect(isFor({ who: 'Dana', by: null }, dana)).toBe(false);
  expect(isFor({ who: null, by: null }, dana)).toBe(false);
});

test('a question is good until the end of its day', () => {
  expect(isOverdue({ by: '2026-12-12' }, '2026-12-12')).toBe(false);
  expect(isOverdue({ by: '2026-12-12' }, '2026-12-13')).toBe(true);
  expect(isOverdue({ by: null }, '2026-12-13')).toBe(false);
});
