import { shiftDecimal } from './decimal.ts';
import { formatNumber } from './format-number.ts';
import { notUnderstood, quoted, splitGuess, tidy, type QuantityReading } from './reading.ts';
import { commaNote, scanNumber, splitMagnitude } from './scan-number.ts';

/** Reads '0.71', '1,5' and '12k'. */
export function readNumber(text: string): QuantityReading {
  return read(text, 'ask', 'a number', '0.71');
}

/** Reads '500', '12k' and '1,500': a whole number. */
export function readInteger(text: string): QuantityReading {
  const reading = read(text, 'thousands', 'a whole number', '500');
  if (reading.ok && !Number.isInteger(reading.value))
    return notUnderstood(`${quoted(reading.typed)} is not a whole number.`);
  return reading;
}

function read(text: string, groups: 'thousands' | 'ask', noun: string, example: string): QuantityReading {
  const typed = tidy(text);
  const { basis, rest: body } = splitGuess(typed);
  const scanned = scanNumber(body, groups);
  if (scanned === null) return notUnderstood(`${quoted(typed)} is not ${noun}. Try ${example}.`);
  if (!scanned.ok) return scanned;
  const magnitude = splitMagnitude(scanned.rest);
  if (magnitude.rest !== '')
    return notUnderstood(`${quoted(magnitude.rest)} does not belong to ${noun}. Try ${example}.`);
  const value = Number(shiftDecimal(scanned.decimal, magnitude.power));
  return { ok: true, value, typed, basis, echo: formatNumber(value, 'table') + commaNote(scanned) };
}
