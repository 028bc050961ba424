import { describe, expect, test } from 'vitest';

import { shownDate, shownDateTime, shownPlainDate, shownTime } from './dates.ts';

const instant = '2026-12-11T23:30:00Z';

describe('dates', () => {
  test('the same instant is another day further east', () => {
    expect(shownDate(instant, { locale: 'en-GB', zone: 'UTC' })).toBe('11 Dec 2026');
    expect(shownDate(instant, { locale: 'en-GB', zone: 'Asia/Tokyo' })).toBe('12 Dec 2026');
  });

  test('the locale decides the order', () => {
    expect(shownDate(instant, { locale: 'en-US', zone: 'UTC' })).toBe('Dec 11, 2026');
  });

  test('times have 24 hours in every locale, and midnight is 00:00', () => {
    expect(shownTime('2026-12-11T00:05:00Z', { locale: 'en-US', zone: 'UTC' })).toBe('00:05');
    expect(shownDateTime(instant, { locale: 'en-GB', zone: 'Asia/Kathmandu' })).toBe('12 Dec 2026, 05:15');
  });

  test('a plain date does not move with the zone of the machine', () => {
    expect(shownPlainDate('2026-12-12', 'en-GB')).toBe('12 Dec 2026');
  });
});
