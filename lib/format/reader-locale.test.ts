import { expect, test } from 'vitest';

import { knownZone, readerLocale } from './reader-locale.ts';

test.each([
  ['en-US,en;q=0.9', 'en-US'],
  ['de-CH,de;q=0.9,en-AU;q=0.5', 'en-AU'],
  ['de', 'en-GB'],
  ['en', 'en-GB'],
  ['', 'en-GB'],
  [null, 'en-GB'],
])('Accept-Language %j reads as %s', (header, locale) => {
  expect(readerLocale(header)).toBe(locale);
});

test('a zone that nobody knows is UTC', () => {
  expect(knownZone('Europe/Berlin')).toBe('Europe/Berlin');
  expect(knownZone('Mars/Olympus')).toBe('UTC');
  expect(knownZone(undefined)).toBe('UTC');
});
