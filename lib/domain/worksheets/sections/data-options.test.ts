import { expect, it } from 'vitest';
import { dataFormats, formatLayouts } from './data-options.ts';

it('says of each format how its bytes lie', () => {
  const said = Object.entries(dataFormats).map(([format, words]) => [
    format,
    /\b(row|column|object)s\b/.exec(words)?.[1],
  ]);
  expect(Object.fromEntries(said)).toEqual({
    image: undefined,
    audio: undefined,
    text: undefined,
    other: undefined,
    ...formatLayouts,
  });
});
