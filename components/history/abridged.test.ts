import { expect, it } from 'vitest';
import { abridged } from './abridged.ts';

const long = 'word '.repeat(200);

it('keeps whole words around a change and says where something was left out', () => {
  const [before, change, after] = abridged([
    { kind: 'same', text: long },
    { kind: 'added', text: long },
    { kind: 'same', text: long },
  ]);
  expect(before?.text).toMatch(/^…( word)+ $/);
  expect(before?.text.length).toBeLessThan(150);
  expect(change?.text).toBe(long);
  expect(after?.text).toMatch(/^(word )+…$/);
});

it('leaves a short text whole', () => {
  const pieces = [
    { kind: 'same', text: 'held by ' },
    { kind: 'removed', text: 'rules' },
  ] as const;
  expect(abridged(pieces)).toEqual(pieces);
});
