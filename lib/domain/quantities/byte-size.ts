import { shiftDecimal, timesWhole } from './decimal.ts';
import { formatNumber, NARROW_SPACE, type Detail } from './format-number.ts';
import { notUnderstood, quoted, splitGuess, tidy, type QuantityReading } from './reading.ts';
import { commaNote, scanNumber } from './scan-number.ts';

const decimalPower: Readonly<Record<string, number>> = { b: 0, kb: 3, mb: 6, gb: 9, tb: 12, pb: 15 };
const binaryFactor: Readonly<Record<string, number>> = { kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40 };

/** Reads '100 GB' and '512 MiB'. The value is in bytes; without i the units are decimal. */
export function readByteSize(text: string): QuantityReading {
  const typed = tidy(text);
  const { basis, rest: body } = splitGuess(typed);
  const scanned = scanNumber(body, 'ask');
  if (scanned === null) return notUnderstood(`${quoted(typed)} is not a size. Try 100 GB.`);
  if (!scanned.ok) return scanned;
  if (scanned.rest === '') {
    const offers = ['MB', 'GB', 'TB'].map((unit) => ({ label: unit, text: `${typed} ${unit}` }));
    return notUnderstood(`${typed} what?`, offers);
  }
  const unit = scanned.rest.toLowerCase().replace(/^bytes?$/, 'b');
  const bytes = Object.hasOwn(decimalPower, unit)
    ? shiftDecimal(scanned.decimal, decimalPower[unit] ?? 0)
    : Object.hasOwn(binaryFactor, unit)
      ? timesWhole(scanned.decimal, binaryFactor[unit] ?? 1)
      : null;
  if (bytes === null) return notUnderstood(`${quoted(scanned.rest)} is not a unit of size. Try 100 GB.`);
  const value = Number(bytes);
  return { ok: true, value, typed, basis, echo: formatByteSize(value, 'table') + commaNote(scanned) };
}

/** 1e11 is '100 GB'. */
export function formatByteSize(bytes: number, detail: Detail): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(Math.abs(bytes)) / 3));
  return `${formatNumber(bytes / 1000 ** step, detail)}${NARROW_SPACE}${units[step]}`;
}
