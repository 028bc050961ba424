import { splitGuess } from '../quantities/reading.ts';
import type { Read } from './reader.ts';

/** What the value of a measure is counted in. Values of two different kinds cannot be compared. */
export type UnitTyped = 'number' | 'time' | 'money' | 'money a year';

/** The kind of unit that a measure was typed with, as `readMeasure` tells them apart; shares are numbers. */
export function unitTyped({ answer }: Read<number>): UnitTyped {
  if (answer.state !== 'answered') return 'number';
  const body = splitGuess(answer.typed.trim()).rest.trim();
  if (/(?:%|‰|per ?cent|per mille)$/i.test(body)) return 'number';
  if (/[€£$¥₪₹₩₺]|\b[A-Z]{3}\b/.test(body)) {
    return /(?:\/|\bper\b|\ban?\b)\s*[a-z]+$/i.test(body) ? 'money a year' : 'money';
  }
  return /^P|\d\s*(?:[mµμu]s|s|secs?|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?|weeks?)$/.test(body)
    ? 'time'
    : 'number';
}

export function comparable(one: Read<number>, other: Read<number>): boolean {
  return unitTyped(one) === unitTyped(other);
}
