import { describe, expect, it } from 'vitest';
import { readPastedRows } from './pasted-rows.ts';

const columns = [
  { key: 'name', label: 'Name' },
  { key: 'isPositive', label: 'Positive class' },
  { key: 'expectedShare', label: 'Expected share' },
];

describe('readPastedRows', () => {
  it('fills columns from where the cursor is', () => {
    const pasted = readPastedRows('yes\t0.2 %\nno\t99.8 %', columns, 1);
    expect(pasted?.columns.map((column) => column?.key)).toEqual(['isPositive', 'expectedShare']);
    expect(pasted?.rows).toEqual([
      ['yes', '0.2 %'],
      ['no', '99.8 %'],
    ]);
  });

  it('takes a first row of known names as the heading, in any order', () => {
    const pasted = readPastedRows('expected share\tNAME\nremark\n', columns);
    expect(pasted).toMatchObject({ headed: true, rows: [['remark']] });
    expect(pasted?.columns.map((column) => column?.key)).toEqual(['expectedShare', 'name']);
  });

  it('keeps line breaks and quotes of a quoted cell', () => {
    expect(readPastedRows('"a\nb ""c"""\td', columns)?.rows).toEqual([['a\nb "c"', 'd']]);
  });

  it('says which cells have no place', () => {
    expect(readPastedRows('a\tb\tc\td', columns)?.columns[3]).toBeNull();
  });

  it('leaves ordinary text alone', () => {
    expect(readPastedRows('just words', columns)).toBeNull();
    expect(readPastedRows('', columns)).toBeNull();
  });
});
