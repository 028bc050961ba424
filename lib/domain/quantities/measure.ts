import { readDuration } from './duration.ts';
import { readMoney, type Currency } from './money.ts';
import { readPercentage } from './percentage.ts';
import { readNumber } from './plain-number.ts';
import { splitGuess, tidy, type QuantityReading } from './reading.ts';

/**
 * Reads the value of a measure that may be a number ('0.71'), a share ('0.5 %'), money ('€1.9 M') or a time ('80 ms'):
 * the unit typed decides. The value is canonical for that unit; money by period is money a year.
 */
export function readMeasure(text: string, currency: Currency | undefined): QuantityReading {
  const { rest: body } = splitGuess(tidy(text));
  if (/(?:%|‰|per ?cent|per mille)$/i.test(body)) return readPercentage(text, 'file');
  if (/[€£$¥₪₹₩₺]|\b[A-Z]{3}\b/.test(body)) {
    const byPeriod = /(?:\/|\bper\b|\ban?\b)\s*[a-z]+$/i.test(body);
    return readMoney(text, { currency, per: byPeriod ? 'year' : undefined });
  }
  if (/^P|\d\s*(?:[mµμu]s|s|secs?|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?)$/.test(body)) {
    return readDuration(text, 'file');
  }
  return readNumber(text);
}
