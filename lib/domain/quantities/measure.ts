import { readDuration } from './duration.ts';
import { readMoney, type Currency } from './money.ts';
import { readPercentage } from './percentage.ts';
import { readNumber } from './plain-number.ts';
import { splitGuess, tidy, type QuantityReading } from './reading.ts';

/** What a measure is counted in, by the unit typed. */
export type MeasureKind = 'number' | 'share' | 'money' | 'money a year' | 'time';

/** The unit that was typed decides: '0.71' is a number, '0.5 %' a share, '€1.9 M a year' money, '80 ms' a time. */
export function measureKind(text: string): MeasureKind {
  const { rest: body } = splitGuess(tidy(text));
  if (/(?:%|‰|per ?cent|per mille)$/i.test(body)) return 'share';
  if (/[€£$¥₪₹₩₺]|\b[A-Z]{3}\b/.test(body)) {
    return /(?:\/|\bper\b|\ban?\b)\s*[a-z]+$/i.test(body) ? 'money a year' : 'money';
  }
  const isTime = /^P|\d\s*(?:[mµμu]s|s|secs?|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?)$/.test(body);
  return isTime ? 'time' : 'number';
}

/** Reads the value of a measure. It is canonical for its unit; money by period is money a year. */
export function readMeasure(text: string, currency: Currency | undefined): QuantityReading {
  const kind = measureKind(text);
  switch (kind) {
    case 'share':
      return readPercentage(text, 'file');
    case 'money':
    case 'money a year':
      return readMoney(text, { currency, per: kind === 'money' ? undefined : 'year' });
    case 'time':
      return readDuration(text, 'file');
    case 'number':
      return readNumber(text);
  }
}
