import { decimalOf, shiftDecimal } from './decimal.ts';
import { formatNumber, groupThousands, NARROW_SPACE, roundForSentence, type Detail } from './format-number.ts';
import { notUnderstood, quoted, splitGuess, tidy, type QuantityReading, type Source } from './reading.ts';
import { commaNote, scanNumber } from './scan-number.ts';

const signs: Readonly<Record<string, number>> = {
  '%': -2,
  percent: -2,
  'per cent': -2,
  pct: -2,
  '‰': -3,
  'per mille': -3,
};

/** Bare numbers below this many percent are offered as a fraction too. */
const LOOKS_LIKE_A_FRACTION = 0.1;

/** Reads '0.2 %', '1 in 500' and, in a box, '0.2' (percent). The value is a fraction: 0.002. */
export function readPercentage(text: string, source: Source): QuantityReading {
  const typed = tidy(text);
  const { basis, rest: body } = splitGuess(typed);
  const oneIn = readOneIn(body);
  if (oneIn !== null) return { ok: true, value: oneIn, typed, basis, echo: percentageEcho(oneIn) };

  const scanned = scanNumber(body, 'ask');
  if (scanned === null) return notUnderstood(`${quoted(typed)} is not a percentage. Try 0.2 %.`);
  if (!scanned.ok) return scanned;
  const unit = scanned.rest.toLowerCase();
  if (unit === '') {
    return source === 'box'
      ? barePercentage(typed, basis, scanned.decimal, commaNote(scanned), scanned.startsWithPoint)
      : notUnderstood(`${quoted(typed)} has no % sign.`, bothReadings(typed, scanned.decimal));
  }
  const shift = Object.hasOwn(signs, unit) ? signs[unit] : undefined;
  if (shift === undefined) return notUnderstood(`${quoted(scanned.rest)} is not a unit of a share. Try 0.2 %.`);
  const value = Number(shiftDecimal(scanned.decimal, shift));
  return { ok: true, value, typed, basis, echo: percentageEcho(value) + commaNote(scanned) };
}

function readOneIn(body: string): number | null {
  const parts = /^(.+?) (?:in|out of) (.+)$/.exec(body);
  if (parts === null) return null;
  const [part, whole] = [parts[1] ?? '', parts[2] ?? ''].map((text) => scanNumber(text, 'thousands'));
  if (!part?.ok || !whole?.ok || part.rest !== '' || whole.rest !== '') return null;
  const value = Number(part.decimal) / Number(whole.decimal);
  return Number.isFinite(value) ? value : null;
}

function barePercentage(
  typed: string,
  basis: 'guess' | 'stated',
  decimal: string,
  note: string,
  startsWithPoint: boolean,
): QuantityReading {
  const value = Number(shiftDecimal(decimal, -2));
  const understood = { ok: true, value, typed: `${typed} %`, basis, echo: percentageEcho(value) + note } as const;
  const doubtful = value > 0 && (startsWithPoint || Number(decimal) < LOOKS_LIKE_A_FRACTION);
  if (!doubtful) return understood;
  const asFraction = `${shiftDecimal(decimal, 2)} %`;
  return { ...understood, offers: [{ label: `Use ${asFraction}`, text: asFraction }] };
}

function bothReadings(typed: string, decimal: string): { label: string; text: string }[] {
  const mark = /^[~≈]/.exec(typed)?.[0] ?? '';
  return [decimal, shiftDecimal(decimal, 2)].map((percent) => {
    const reading = `${mark}${percent} %`;
    return { label: `Use ${reading}`, text: reading };
  });
}

/** 0.002 is '0.2 %'. */
export function formatPercentage(fraction: number, detail: Detail): string {
  if (!Number.isFinite(fraction)) return formatNumber(fraction, detail);
  const shown = detail === 'table' ? fraction : roundForSentence(fraction);
  return `${groupThousands(shiftDecimal(decimalOf(shown), 2))}${NARROW_SPACE}%`;
}

/** 0.002 is '1 in 500'; 0.998 is 'all but 1 in 500'; 0, 1 and what is no share have no such form. */
export function formatOneIn(fraction: number): string | null {
  if (!(fraction > 0 && fraction < 1)) return null;
  if (fraction > 0.5) return `all but ${formatOneIn(Number((1 - fraction).toPrecision(12)))}`;
  const exact = Number((1 / fraction).toPrecision(12));
  const shown = Number.isInteger(exact) ? groupThousands(String(exact)) : formatNumber(1 / fraction, 'sentence');
  return `1 in ${shown}`;
}

function percentageEcho(fraction: number): string {
  const oneIn = formatOneIn(fraction);
  const percent = formatPercentage(fraction, 'table');
  return oneIn === null ? percent : `${percent} = ${oneIn}`;
}
