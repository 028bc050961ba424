import { expect, it } from 'vitest';
import { sinceWords } from './since-words.ts';

const dates = { locale: 'en-GB', zone: 'UTC' };
const now = Date.UTC(2026, 10, 25, 14, 2);
const MINUTE = 60_000;

it.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [MINUTE, 'a minute ago'],
  [5 * MINUTE, '5 minutes ago'],
  [60 * MINUTE, 'on 25 Nov 2026, 13:02'],
  // A clock that is slow by two days would say that it has not happened yet.
  [-2 * 24 * 60 * MINUTE, 'on 27 Nov 2026, 14:02'],
])('says what happened %d ms before', (age, words) => {
  expect(sinceWords(new Date(now - age), now, dates)).toBe(words);
});
