import { expect, test } from 'vitest';
import { readInstant } from './instant.ts';

test.each([
  ['2026-11-25T09:00:00.000Z', '2026-11-25T09:00:00.000Z'],
  ['2026-11-25T09:00:00Z', '2026-11-25T09:00:00.000Z'],
  ['2026-11-25T10:00:00+01:00', '2026-11-25T09:00:00.000Z'],
  ['2026-11-25T09:00:00.123456Z', '2026-11-25T09:00:00.123Z'],
  ['2026-11-25', null],
  ['2026-11-25T09:00:00', null],
  ['2026-13-25T09:00:00Z', null],
  ['0000-01-01T00:00:00Z', null],
  ['yesterday', null],
])('%s', (written, instant) => {
  expect(readInstant(written)).toBe(instant);
});
