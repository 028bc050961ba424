import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableReader } from './read-table.ts';
import type { TableInput } from './table-input.ts';
import { tableText } from './write-table.ts';

const form: TableInput = {
  key: 'ratings',
  columns: [
    { name: 'item', kind: 'text' },
    { name: 'n', kind: 'number' },
    { name: 'label', kind: 'text', optional: true },
  ],
};

test('a column that no row fills is left out, and what is no row gives the heading', () => {
  expect(tableText(form, [{ item: 'a "b"', n: 1, label: null }])).toBe('item,n\n"a ""b""",1');
  expect(
    tableText(form, [
      { item: 'a', n: 1, label: 'x' },
      { item: 'b', n: 2 },
    ]),
  ).toBe('item,n,label\na,1,x\nb,2,');
  expect(tableText(form, null)).toBe('item,n');
});

test('what is written is read back', () => {
  const text = fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', 'ß'), minLength: 1 })
    .filter((each) => each.trim() === each);
  const row = fc.record({
    item: text,
    n: fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    label: text,
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const { push, end } = tableReader([form], {});
      push(tableText(form, rows));
      expect(end().value).toEqual(rows.map((each) => ({ ...each, n: each.n === 0 ? 0 : each.n })));
    }),
  );
});
