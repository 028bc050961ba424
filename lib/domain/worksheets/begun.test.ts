import { expect, test } from 'vitest';
import { isBegun } from './begun.ts';

test.each([
  ['nothing', {}, false],
  ['sections that hold nothing', { overview: {}, metrics: {} }, false],
  ['the name of a new project', { overview: { name: 'Card fraud' } }, false],
  ['one line more', { overview: { name: 'Card fraud', oneLiner: 'Hold what is fraud' } }, true],
  ['a field called the same elsewhere', { data: { name: 'Payments' } }, true],
])('%s', (_, sections, begun) => {
  expect(isBegun(sections)).toBe(begun);
});
