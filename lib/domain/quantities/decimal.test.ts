import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf, shiftDecimal, shiftNumber, timesWhole } from './decimal.ts';

describe('shiftDecimal', () => {
  it.each([
    ['0.29', -2, '0.0029'],
    ['12.5', 6, '12500000'],
    ['-0.5', -2, '-0.005'],
    ['007.10', 0, '7.1'],
    ['0.000', 3, '0'],
    ['-0', 0, '0'],
    ['123', -3, '0.123'],
    ['.5', 0, '0.5'],
  ])('%s by %i', (decimal, places, shifted) => {
    expect(shiftDecimal(decimal, places)).toBe(shifted);
  });

  it('is undone by shifting back', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: -40, max: 40 }),
        (value, by) => {
          const decimal = decimalOf(value);
          expect(shiftDecimal(shiftDecimal(decimal, by), -by)).toBe(decimal);
        },
      ),
    );
  });
});

describe('decimalOf', () => {
  it.each([
    [1e-7, '0.0000001'],
    [1.5e21, '1500000000000000000000'],
    [-0.002, '-0.002'],
  ])('%f', (value, decimal) => {
    expect(decimalOf(value)).toBe(decimal);
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(decimalOf(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

it('multiplies exactly where floating point would not', () => {
  expect(1.1 * 86_400_000).not.toBe(95_040_000);
  expect(timesWhole('1.1', 86_400_000)).toBe('95040000');
  expect(timesWhole('0.001', 7)).toBe('0.007');
  expect(timesWhole('-2.5', 4)).toBe('-10');
});

it('moves the point of a number without noise', () => {
  expect(0.57 / 100).not.toBe(0.0057);
  expect(shiftNumber(0.57, -2)).toBe(0.0057);
});
