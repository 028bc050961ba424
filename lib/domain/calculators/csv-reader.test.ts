import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvReader } from './csv-reader.ts';

/** Rows with their numbers, from a text that comes in pieces of one size. */
function read(text: string, size = text.length): [number, ...string[]][] {
  const rows: [number, ...string[]][] = [];
  const { push, end } = csvReader((cells, row) => rows.push([row, ...cells]));
  for (let at = 0; at < text.length; at += size) push(text.slice(at, at + size));
  end();
  return rows;
}

test.each<[string, string, [number, ...string[]][]]>([
  [
    'plain cells',
    'a,b\n1,2\n',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'no line break at the end',
    'a,b\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  [
    'CR LF, and CR alone',
    'a,b\r\n1,2\r3,4',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'quotes around a comma, a line break and quotes',
    'a,b\n"1,""x""\ny",2\n3,4',
    [
      [1, 'a', 'b'],
      [2, '1,"x"\ny', '2'],
      [3, '3', '4'],
    ],
  ],
  [
    'a quote within a plain cell',
    'a,b\n5" pipe,2',
    [
      [1, 'a', 'b'],
      [2, '5" pipe', '2'],
    ],
  ],
  [
    'empty cells, quoted and not',
    'a,b,c\n,"",\n',
    [
      [1, 'a', 'b', 'c'],
      [2, '', '', ''],
    ],
  ],
  [
    'blank lines count and are left out',
    'a\n\n\nx\n',
    [
      [1, 'a'],
      [4, 'x'],
    ],
  ],
  [
    'semicolons',
    'a;b\n1,5;2',
    [
      [1, 'a', 'b'],
      [2, '1,5', '2'],
    ],
  ],
  [
    'tabs',
    'a\tb, c\n1\t2',
    [
      [1, 'a', 'b, c'],
      [2, '1', '2'],
    ],
  ],
  [
    'a delimiter within a quoted name does not decide',
    '"a;b;c",d\n1,2',
    [
      [1, 'a;b;c', 'd'],
      [2, '1', '2'],
    ],
  ],
  [
    'a byte order mark',
    '\uFEFFa,b\n1,2',
    [
      [1, 'a', 'b'],
      [2, '1', '2'],
    ],
  ],
  ['a single cell', 'a', [[1, 'a']]],
  ['nothing', '', []],
])('%s', (_, text, rows) => {
  for (const size of [text.length, 1, 2, 3]) expect(read(text, Math.max(1, size))).toEqual(rows);
});

test.each([
  ['a,b\n1,"2\n3,4\n', 'Row 2, column 2: a quote is opened and never closed.'],
  ['a,b\n1,2\n"3"x,4\n', 'Row 3, column 1: text follows a closing quote.'],
])('%j is refused with its place', (text, message) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'bad-input', message }));
  expect(() => read(text, 1)).toThrow(message);
});

test('what is written with quotes is read back, in pieces of any size', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', 'ß', '😀') });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const heading = Array.from({ length: rows[0]?.length ?? 1 }, (_, column) => `c${column}`);
      const text = [heading, ...rows]
        .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
        .join('\r\n');
      expect(read(text, size).map(([, ...cells]) => cells)).toEqual([heading, ...rows]);
    }),
  );
});
