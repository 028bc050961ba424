import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatByteSize, readByteSize } from './byte-size.ts';
import { formatDuration, formatDurationInWords, readDuration } from './duration.ts';
import { formatNumber, roundForSentence } from './format-number.ts';
import { readMeasure } from './measure.ts';
import { formatMoney, readMoney } from './money.ts';
import { formatOneIn, formatPercentage, readPercentage } from './percentage.ts';
import { readInteger, readNumber } from './plain-number.ts';
import { readRate } from './rate.ts';
import type { QuantityReading } from './reading.ts';

/** A narrow space is written _ and a wide one that does not break ~: they look like their plain cousin. */
const spaced = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

/** Shows the true minus as well. */
function seen(reading: QuantityReading): string {
  if (reading.ok) {
    const offers = (reading.offers ?? []).map((offer) => ` · ${offer.label}`).join('');
    return `${reading.value} | ${spaced(reading.echo)}${offers}`;
  }
  return `${reading.problem}${(reading.offers ?? []).map((offer) => ` · ${offer.label}`).join('')}`;
}

describe('percentages', () => {
  it.each([
    ['0.2', '0.002 | 0.2_% = 1 in 500'],
    ['.002', '0.00002 | 0.002_% = 1 in 50,000 · Use 0.2 %'],
    ['.5', '0.005 | 0.5_% = 1 in 200 · Use 50 %'],
    ['0.29 %', '0.0029 | 0.29_% = 1 in 345'],
    ['~4%', '0.04 | 4_% = 1 in 25'],
    ['99.8 %', '0.998 | 99.8_% = all but 1 in 500'],
    ['1 in 500', '0.002 | 0.2_% = 1 in 500'],
    ['5 out of 10,000', '0.0005 | 0.05_% = 1 in 2,000'],
    ['2 ‰', '0.002 | 0.2_% = 1 in 500'],
    ['1,5', '0.015 | 1.5_% = 1 in 66.7 (comma read as decimal)'],
    ['0', '0 | 0_%'],
    ['100 %', '1 | 100_%'],
    ['1,500 %', 'The comma in ‘1,500’ could group thousands or be a decimal point. · Use 1500 % · Use 1.500 %'],
    ['0.2 ms', '‘ms’ is not a unit of a share. Try 0.2 %.'],
    ['some', '‘some’ is not a percentage. Try 0.2 %.'],
  ])('%s in a box', (text, expected) => {
    expect(seen(readPercentage(text, 'box'))).toBe(expected);
  });

  it('keeps the sign that a box stands for', () => {
    expect(readPercentage('0.2', 'box')).toMatchObject({ typed: '0.2 %', basis: 'stated' });
    expect(readPercentage('≈ 0.2', 'box')).toMatchObject({ typed: '≈ 0.2 %', basis: 'guess' });
  });

  it('asks for the sign in a file and offers both readings', () => {
    expect(readPercentage('~0.2', 'file')).toEqual({
      ok: false,
      problem: '‘~0.2’ has no % sign.',
      offers: [
        { label: 'Use ~0.2 %', text: '~0.2 %' },
        { label: 'Use ~20 %', text: '~20 %' },
      ],
    });
  });
});

describe('durations', () => {
  it.each([
    ['15m', '900000 | 15~minutes'],
    ['15 min', '900000 | 15~minutes'],
    ['PT15M', '900000 | 15~minutes'],
    ['P1DT2H', '93600000 | 1~day 2~hours'],
    ['-PT0.5S', '-500 | −500~milliseconds'],
    ['1 h 30 min', '5400000 | 1~hour 30~minutes'],
    ['1h30m', '5400000 | 1~hour 30~minutes'],
    ['2 days, 6 hours and 1 s', '194401000 | 2~days 6~hours 1~second'],
    ['-1 h 30 min', '-5400000 | −1~hour 30~minutes'],
    ['1.1 min', '66000 | 1~minute 6~seconds'],
    ['~80 ms', '80 | 80~milliseconds'],
    ['250 µs', '0.25 | 0.25~milliseconds'],
    ['1,5 s', '1500 | 1.5~seconds (comma read as decimal)'],
    ['90', '90 what? · ms · s · min · h'],
    ['3 months', 'A month has no fixed length. · Use 90 d'],
    ['P1Y', 'A year has no fixed length. · Use 365 d'],
    ['15 M', '‘M’ is not a unit of time. Try 15 min.'],
    ['15 kg', '‘kg’ is not a unit of time. Try 15 min.'],
    ['15 %', '‘%’ is not a unit of time. Try 15 min.'],
    ['abt 15', '‘abt 15’ is not a duration. Try 15 min.'],
    ['P', '‘P’ is not an ISO 8601 duration. Try PT15M.'],
    ['15 min soon', '‘15 min soon’ is not a duration. Try 15 min.'],
  ])('%s', (text, expected) => {
    expect(seen(readDuration(text, 'box'))).toBe(expected);
  });

  it('takes the unit of its field in a box only', () => {
    expect(readDuration('90', 'box', 'ms')).toMatchObject({ ok: true, value: 90, typed: '90 ms' });
    expect(readDuration('90', 'file', 'ms').ok).toBe(false);
  });

  it.each([
    [100, '100 ms', '100 ms'],
    [5_400_000, '1.5 h', '1.5 h'],
    [66_000, '1.1 min', '1.1 min'],
    [100_001, '1.67 min', '100,001 ms'],
    [0, '0 ms', '0 ms'],
    [0.25, '0.25 ms', '0.25 ms'],
  ])('%d ms shown', (ms, sentence, table) => {
    expect(formatDuration(ms, 'sentence').replaceAll('\u202f', ' ')).toBe(sentence);
    expect(formatDuration(ms, 'table').replaceAll('\u202f', ' ')).toBe(table);
  });

  it('says nothing as no time', () => {
    expect(formatDurationInWords(0)).toBe('0\u00a0milliseconds');
  });
});

describe('money', () => {
  const eur = { currency: 'EUR', per: 'month' } as const;

  it.each([
    ['12k', '12000 | €12,000 a month'],
    ['€1.9 M', '1900000 | €1,900,000 a month'],
    ['1.9m €', '1900000 | €1,900,000 a month'],
    ['12 000 EUR', '12000 | €12,000 a month'],
    ['12,000', '12000 | €12,000 a month'],
    ['€1.2M a year', '100000 | €1,200,000 a year = €100,000 a month'],
    ['-5', '-5 | −€5 a month'],
    ['$12k', 'This worksheet counts in EUR; ‘$’ is another currency.'],
    ['12 XAU', '‘XAU’ is not a currency this worksheet can count in.'],
    ['12 ms', '‘ms’ is not a unit of money. Try 12k.'],
    ['a lot', '‘a lot’ is not an amount of money. Try 12k.'],
  ])('%s', (text, expected) => {
    expect(seen(readMoney(text, eur))).toBe(expected);
  });

  it('wants no period where an amount is asked for', () => {
    expect(seen(readMoney('12k/year', { currency: 'EUR' }))).toBe('An amount is asked for here, not one a year.');
  });

  it('says large amounts shortly in sentences and in full in tables', () => {
    expect(formatMoney(1_900_000, 'EUR', 'sentence')).toBe('€1.9\u202fM');
    expect(formatMoney(1_999_999, 'EUR', 'sentence')).toBe('€2\u202fM');
    expect(formatMoney(1_900_000, 'EUR', 'table')).toBe('€1,900,000');
    expect(formatMoney(-12.5, 'CHF', 'table')).toBe('−CHF\u202f12.5');
  });
});

describe('rates and counts', () => {
  it.each([
    ['2.5M/day', '28.935185185185187 | 2,500,000 a day = 28.9~per second'],
    ['900 requests/s', '900 | 900~per second'],
    ['900 rps', '900 | 900~per second'],
    ['60 a minute', '1 | 60 a minute = 1~per second'],
    ['31,536,000 per year', '1 | 31,536,000 a year = 1~per second'],
    ['2.5M', '2.5M per what? · per second · a day · a month · a year'],
    ['2.5M km', '‘km’ is not a rate. Try 2.5M/day.'],
  ])('%s', (text, expected) => {
    expect(seen(readRate(text, 'box'))).toBe(expected);
  });

  it.each([
    ['12k', '12000 | 12,000'],
    ['1,500', '1500 | 1,500'],
    ['~3', '3 | 3'],
    ['1.5', '‘1.5’ is not a whole number.'],
  ])('%s as a whole number', (text, expected) => {
    expect(seen(readInteger(text))).toBe(expected);
  });

  it.each([
    ['105', '105 | 105~days', '105'],
    ['~105 days', '105 | 105~days', '~105'],
    ['1 day', '1 | 1~days', '1'],
    ['12k Days', '12000 | 12,000~days', '12k'],
    ['105 hours', '‘hours’ does not belong to a whole number. Try 500.', undefined],
  ])('%s of a field in days', (text, expected, kept) => {
    const reading = readInteger(text, 'days');
    expect(seen(reading)).toBe(expected);
    expect(reading.ok ? reading.typed : undefined).toBe(kept);
  });

  it.each([
    ['1,5', '1.5 | 1.5 (comma read as decimal)'],
    ['−0.5', '-0.5 | −0.5'],
    ['1 234 567.8', '1234567.8 | 1,234,567.8'],
    ['1.234.567,8', '1234567.8 | 1,234,567.8'],
    ['1,234,567', '1234567 | 1,234,567'],
    ["1'234", '1234 | 1,234'],
    ['1e-3', '0.001 | 0.001'],
    ['0,125', '0.125 | 0.125 (comma read as decimal)'],
    ['1,2,3', '‘1,2,3’ is not a number.'],
    ['5 m', '‘m’ does not belong to a number. Try 0.71.'],
    ['5 M', '5000000 | 5,000,000'],
    ['5 km', '‘km’ does not belong to a number. Try 0.71.'],
  ])('%s as a number', (text, expected) => {
    expect(seen(readNumber(text))).toBe(expected);
  });
});

it.each([
  ['100 GB', '100000000000 | 100_GB'],
  ['1 KiB', '1024 | 1.024_kB'],
  ['100', '100 what? · MB · GB · TB'],
])('%s as a size', (text, expected) => {
  expect(seen(readByteSize(text))).toBe(expected);
  expect(formatByteSize(0, 'table')).toBe('0\u202fB');
});

it.each([
  ['0.71', '0.71 | 0.71'],
  ['0.5 %', '0.005 | 0.5_% = 1 in 200'],
  ['≈€1.9M', '1900000 | €1,900,000'],
  ['€100k a month', '1200000 | €100,000 a month = €1,200,000 a year'],
  ['80 ms', '80 | 80~milliseconds'],
  ['$3', 'This worksheet counts in EUR; ‘$’ is another currency.'],
])('%s as a measure', (text, expected) => {
  expect(seen(readMeasure(text, 'EUR'))).toBe(expected);
});

describe('round trips', () => {
  it('reads back every percentage it shows in full', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (fraction) => {
        const reading = readPercentage(formatPercentage(fraction, 'table'), 'file');
        expect(reading).toMatchObject({ ok: true, value: fraction === 0 ? 0 : fraction });
      }),
    );
  });

  it('reads back every duration it shows in words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (ms) => {
        expect(readDuration(formatDurationInWords(ms), 'file')).toMatchObject({ ok: true, value: ms });
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-~ PTMSkM€%/aeh')) })),
        (text) => {
          for (const reading of [
            readPercentage(text, 'box'),
            readDuration(text, 'box', 's'),
            readMoney(text, {}),
            readRate(text, 'box'),
            readMeasure(text, 'EUR'),
            readInteger(text),
            readByteSize(text),
          ]) {
            if (reading.ok) expect(reading.value).not.toBeNaN();
            else expect(reading.problem).not.toBe('');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps three significant digits in sentences', () => {
    expect(roundForSentence(1_094)).toBe(1_094);
    expect(formatNumber(70_512, 'sentence')).toBe('70,500');
    expect(formatNumber(-0.001834, 'sentence')).toBe('−0.00183');
    expect(formatNumber(Number.NaN, 'sentence')).toBe('undefined');
    expect(formatOneIn(1.2)).toBeNull();
  });
});
