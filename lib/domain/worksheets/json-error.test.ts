import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonError } from './json-error.ts';

it.each([
  ['{ "a": }', 7, 'a value'],
  ['{ "a": 1, }', 10, 'a key'],
  ['[1 2]', 3, 'a comma or ]'],
  ['{ "a" 1 }', 6, 'a colon'],
  ['{ a: 1 }', 2, 'a key or }'],
  ['{} {}', 3, 'the end'],
  ['"half', 0, 'a value'],
  ['[01]', 2, 'a comma or ]'],
  ['', 0, 'a value'],
])('%s', (text, offset, expected) => {
  expect(jsonError(text)).toEqual({ offset, expected });
});

it('agrees with the engine on what is JSON', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const almost = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\\', '0', '\n'))
    .map(([text, at, sign]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place + (at % 2));
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), almost), (text) => {
      expect(jsonError(text) === null).toBe(isJson(text));
    }),
    { numRuns: 1_000 },
  );
});

it('a string of nine million characters is one', () => {
  expect(jsonError(`"${'A'.repeat(9_000_000)}"`)).toBeNull();
});
