import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL_PADDING, columnWidths } from './column-widths.ts';
import { longestPart } from './printable-text.ts';

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
const word = (cells: readonly string[]) => Math.max(...cells.map(longestPart));

describe('the widths of columns', () => {
  it('leave a table beside the labels where all that it says fits there', () => {
    const { widths, wide } = columnWidths([
      ['Measure', 'Precision'],
      ['Now', '0.71'],
    ]);
    expect(wide).toBe(false);
    expect(sum(widths)).toBeCloseTo(72);
  });

  it('break no word of a full table, in its head or in its cells', () => {
    const columns = [
      ['Metric', 'Calibration error, the worse of both scores'],
      ['Measured where', 'Online experiment'],
      ['Measured on', 'The explored week'],
      ['Over', '28 days'],
      ['Smallest effect worth seeing', '0.5 %'],
      ['That effect is', 'A difference'],
      ['Significance level', '5 %'],
    ];
    const { widths, wide } = columnWidths(columns);
    expect(wide).toBe(true);
    columns.forEach((cells, index) => expect(widths[index]).toBeGreaterThanOrEqual(word(cells) + CELL_PADDING));
  });

  it('give narrow columns what they want, and what is left to those that want most', () => {
    const prose = 'a word and another one, '.repeat(20);
    const columns = [['Date', '31 Dec 2027'], ...Array.from({ length: 4 }, () => ['What', prose])];
    const { widths } = columnWidths(columns);
    expect(widths).toEqual([13, 21.25, 21.25, 21.25, 21.25]);
  });

  it('let a name of code break after its marks before prose is squeezed', () => {
    const { widths } = columnWidths([
      ['Feature', 'Share of the merchant’s payments held in the last 90 days'],
      ['Oldest it may be when used', '48 h'],
      ['p99 to fetch or compute it', '26 ms'],
      ['Cost', '€90 a month'],
      ['Is it the same code in training and serving', 'Yes'],
      ['Code in training', 'fraud-features, windows/card_counts'],
      ['Code in serving', 'fraud-features, windows/card_counts'],
    ]);
    expect(widths[0]).toBeGreaterThan(14);
  });

  it('always fill the room, and keep each word whole while there is room for all of them', () => {
    const cells = fc.array(fc.stringMatching(/^[a-z]{0,12}( [a-z]{1,12}){0,6}$/), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 16 }), (columns) => {
        const { widths, wide } = columnWidths(columns);
        const room = wide ? 98 : 72;
        expect(sum(widths)).toBeCloseTo(room);
        const least = columns.map((column) => word(column) + CELL_PADDING);
        if (sum(least) > room) return;
        least.forEach((width, index) => expect(widths[index]).toBeGreaterThanOrEqual(width - 1e-9));
      }),
    );
  });
});
