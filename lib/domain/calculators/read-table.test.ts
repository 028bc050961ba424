import { expect, test } from 'vitest';
import { type ColumnMap, readColumnMap } from './bound-columns.ts';
import { type ReadTable, tableReader } from './read-table.ts';
import type { TableInput } from './table-input.ts';

const ratings: TableInput = {
  key: 'ratings',
  columns: [
    { name: 'item', kind: 'text' },
    { name: 'label', kind: 'text', optional: true },
  ],
};
const values: TableInput = {
  key: 'values',
  columns: [{ name: 'value', kind: 'number' }],
  gather: (rows) => rows.map(({ value }) => value),
};
const counted: TableInput = {
  key: 'valueCounts',
  columns: [
    { name: 'value', kind: 'number' },
    { name: 'count', kind: 'count' },
  ],
};

function read(text: string, forms: readonly TableInput[], map: ColumnMap = {}): ReadTable {
  const { push, end } = tableReader(forms, map);
  push(text);
  return end();
}

test('rows under a heading, by the names that the map gives', () => {
  const table = read('unit, rating ,remark\n7, yes,x\n8,,y\n', [ratings], { item: 'unit', label: 'rating' });
  expect(table).toMatchObject({ key: 'ratings', used: { item: 'unit', label: 'rating' }, unused: ['remark'] });
  expect(table.value).toEqual([
    { item: '7', label: 'yes' },
    { item: '8', label: null },
  ]);
});

test('the form is the one whose columns are there', () => {
  expect(read('value\n1.5\n-2e3\n', [values, counted])).toMatchObject({ key: 'values', value: [1.5, -2000] });
  expect(read('count,value\n3,1\n', [values, counted])).toMatchObject({
    key: 'valueCounts',
    value: [{ value: 1, count: 3 }],
  });
  expect(read('n,value\n3,1\n', [values, counted], { count: 'n' }).key).toBe('valueCounts');
});

test('a table of millions is handed on row by row, in one list that is filled anew', () => {
  const lists = new Set<object>();
  const labels: unknown[] = [];
  const collected: TableInput = {
    ...ratings,
    collect: () => ({
      add(cells) {
        lists.add(cells);
        labels.push(cells[1]);
      },
      end: () => 'collected',
    }),
  };
  const rows = Array.from({ length: 1000 }, (_, index) => `item ${index},${index % 7}`);
  const table = read(`item,label\n${rows.join('\n')}\n`, [collected]);
  expect(lists.size).toBe(1);
  expect(labels).toEqual(rows.map((_, index) => String(index % 7)));
  expect(table).toMatchObject({ value: 'collected', isChecked: true, rows: 1000 });
  expect(table.first).toEqual([0, 1, 2, 3, 4].map((index) => [`item ${index}`, String(index)]));
});

test('a table of a few rows is not kept without end', () => {
  const text = `value\n${'1\n'.repeat(10_001)}`;
  expect(() => read(text, [values])).toThrow('The table has more than 10,000 rows, and values are never so many.');
});

test('a column that is optional may be absent', () => {
  expect(read('item\na\n', [ratings]).value).toEqual([{ item: 'a', label: null }]);
});

test.each<[string, readonly TableInput[], ColumnMap, string, object]>([
  ['item,label\n,yes\n', [ratings], {}, 'Row 2, column ‘item’ is empty.', { row: 2, column: 1 }],
  ['value;a\n1;2\n\n1;2;3\n', [values], {}, 'Row 4 has 3 cells, and the heading has 2.', { row: 4, column: 3 }],
  [
    'value;x\n1,5;2\n',
    [values],
    {},
    'Row 2, column ‘value’ holds ‘1,5’, which is not a number.',
    { row: 2, column: 1 },
  ],
  [
    'value\nInfinity\n',
    [values],
    {},
    'Row 2, column ‘value’ holds ‘Infinity’, which is not a number.',
    { row: 2, column: 1 },
  ],
  [
    'value,count\n1,2\n1,-1\n',
    [counted],
    {},
    'Row 3, column ‘count’ holds ‘-1’, which is not a whole number from 0 to a trillion.',
    { row: 3, column: 2 },
  ],
  ['value,a\n1\n', [values], {}, 'Row 2 has 1 cell, and the heading has 2.', { row: 2, column: 2 }],
  ['itm,label\n', [ratings], {}, 'The table has no column ‘item’. Did you mean itm?', { path: 'item' }],
  ['a,b\n', [ratings], { item: 'unit' }, 'The table has no column ‘unit’ for item. Its columns are a, b.', {}],
  ['item\n', [ratings], { label: 'x' }, 'The table has no column ‘x’ for label. Its columns are item.', {}],
  ['item\n', [ratings], { itme: 'x' }, 'No column is read for ‘itme’. Did you mean item?', { path: 'itme' }],
  ['item,b,item\n', [ratings], {}, 'Columns 1 and 3 are both called ‘item’.', { row: 1, column: 3 }],
  ['\n', [ratings], {}, 'The table is empty: its first row names the columns.', {}],
])('%j is refused in one sentence', (text, forms, map, message, details) => {
  expect(() => read(text, forms, map)).toThrow(
    expect.objectContaining({ code: 'bad-input', message, ...(Object.keys(details).length === 0 ? {} : { details }) }),
  );
});

test('a map of columns is read as it is typed', () => {
  expect(readColumnMap('item=unit, label=a=b,annotator="who, when"')).toEqual({
    item: 'unit',
    label: 'a=b',
    annotator: 'who, when',
  });
  expect(() => readColumnMap('item')).toThrow('write name=column');
  expect(() => readColumnMap('=unit')).toThrow('write name=column');
  expect(() => readColumnMap('item=a,item=b')).toThrow('The column for item is given twice.');
});
