import { shiftDecimal } from './decimal.ts';
import { formatNumber, NO_BREAK_SPACE } from './format-number.ts';
import { notUnderstood, quoted, splitGuess, tidy, type QuantityReading } from './reading.ts';
import { commaNote, scanNumber, splitMagnitude } from './scan-number.ts';

/** Reads '0.71', '1,5' and '12k', also with the unit of its field, which is not kept. */
export function readNumber(text: string, unit?: string): QuantityReading {
  return read(text, 'ask', { noun: 'a number', example: '0.71', unit });
}

/** Reads '500', '12k', '1,500' and, of a field in days, '30 days': a whole number. */
export function readInteger(text: string, unit?: string): QuantityReading {
  const reading = read(text, 'thousands', { noun: 'a whole number', example: '500', unit });
  if (reading.ok && !Number.isInteger(reading.value))
    return notUnderstood(`${quoted(reading.typed)} is not a whole number.`);
  return reading;
}

interface Expected {
  readonly noun: string;
  readonly example: string;
  readonly unit: string | undefined;
}

function read(text: string, groups: 'thousands' | 'ask', { noun, example, unit }: Expected): QuantityReading {
  const typed = tidy(text);
  const { basis, rest: body } = splitGuess(typed);
  const scanned = scanNumber(body, groups);
  if (scanned === null) return notUnderstood(`${quoted(typed)} is not ${noun}. Try ${example}.`);
  if (!scanned.ok) return scanned;
  const magnitude = splitMagnitude(scanned.rest);
  if (magnitude.rest !== '' && !isUnit(magnitude.rest, unit))
    return notUnderstood(`${quoted(magnitude.rest)} does not belong to ${noun}. Try ${example}.`);
  const value = Number(shiftDecimal(scanned.decimal, magnitude.power));
  const kept = typed.slice(0, typed.length - magnitude.rest.length).trimEnd();
  const counted = unit === undefined ? '' : `${NO_BREAK_SPACE}${unit}`;
  return { ok: true, value, typed: kept, basis, echo: formatNumber(value, 'table') + counted + commaNote(scanned) };
}

/** '1 day' of a field in days, too. */
function isUnit(typed: string, unit: string | undefined): boolean {
  const said = typed.toLowerCase();
  return unit !== undefined && (said === unit || `${said}s` === unit);
}
