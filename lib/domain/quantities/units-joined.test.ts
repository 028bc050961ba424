import { expect, test } from 'vitest';
import { withUnitsJoined } from './units-joined.ts';

/** A narrow space is written _, a wide one that does not break ~. */
const seen = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

test.each([
  ['15 ms', '15_ms'],
  ['0.2 %', '0.2_%'],
  ['5 min 30 s', '5_min 30_s'],
  ['20,000 requests', '20,000~requests'],
  ['3 minutes', '3~minutes'],
  ['40,000 a day', '40,000~a day'],
  ['9.5 M a day', '9.5_M a day'],
  ['99\u202f%', '99_%'],
  ['6\u202fper second', '6~per second'],
  ['2 d', '2_d'],
  ['2 days or 3', '2~days or 3'],
  ['10 – 12', '10~– 12'],
  ['no number', 'no number'],
])('%s', (text, expected) => {
  expect(seen(withUnitsJoined(text))).toBe(expected);
});
