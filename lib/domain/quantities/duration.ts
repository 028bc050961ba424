import { decimalOf, shiftDecimal, timesWhole } from './decimal.ts';
import { formatNumber, MINUS, NARROW_SPACE, NO_BREAK_SPACE, type Detail } from './format-number.ts';
import { notUnderstood, quoted, splitGuess, tidy, type QuantityReading, type Source } from './reading.ts';
import { commaNote, scanNumber, type Scanned } from './scan-number.ts';

export const durationUnits = ['ms', 's', 'min', 'h', 'd'] as const;
export type DurationUnit = (typeof durationUnits)[number];

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const unitMs: Readonly<Record<DurationUnit, number>> = { ms: 1, s: SECOND, min: MINUTE, h: HOUR, d: DAY };

const wordMs: Readonly<Record<string, number>> = {
  ms: 1,
  msec: 1,
  millisecond: 1,
  s: SECOND,
  sec: SECOND,
  second: SECOND,
  m: MINUTE,
  min: MINUTE,
  minute: MINUTE,
  h: HOUR,
  hr: HOUR,
  hour: HOUR,
  d: DAY,
  day: DAY,
  w: WEEK,
  wk: WEEK,
  week: WEEK,
};

/** Units whose length depends on the calendar, with the days to offer instead. */
const calendarDays: Readonly<Record<string, number>> = { mo: 30, month: 30, y: 365, yr: 365, year: 365 };

const EXAMPLE = 'Try 15 min.';

/**
 * Reads '15 min', '1 h 30 min', 'PT15M' and, where the field has a default unit and the text comes from a box, '90'.
 * The value is in ms. Months and years are refused: they have no length in ms.
 */
export function readDuration(text: string, source: Source, defaultUnit?: DurationUnit): QuantityReading {
  const typed = tidy(text);
  const { basis, rest: body } = splitGuess(typed);
  if (/^[+-]?P/i.test(body)) return readIso(typed, basis, body);

  const first = scanNumber(body, 'ask');
  if (first === null) return notUnderstood(`${quoted(typed)} is not a duration. ${EXAMPLE}`);
  if (!first.ok) return first;
  if (first.rest === '') {
    if (source === 'file' || defaultUnit === undefined) return askForUnit(typed);
    const value = Number(timesWhole(first.decimal, unitMs[defaultUnit]));
    const echo = formatDurationInWords(value) + commaNote(first);
    return { ok: true, value, typed: `${typed} ${defaultUnit}`, basis, echo };
  }
  return readParts(typed, basis, first);
}

function askForUnit(typed: string): QuantityReading {
  const offers = (['ms', 's', 'min', 'h'] as const).map((unit) => ({ label: unit, text: `${typed} ${unit}` }));
  return notUnderstood(`${typed} what?`, offers);
}

function readParts(typed: string, basis: 'guess' | 'stated', first: Scanned): QuantityReading {
  let total = 0;
  let comma = '';
  const sign = first.decimal.startsWith('-') ? -1 : 1;
  for (let part: Scanned = first; ;) {
    const word = /^(?:µs|μs|[a-z]+)/i.exec(part.rest)?.[0] ?? part.rest;
    const ms = partMs(part.decimal, word);
    if (typeof ms !== 'number') return ms;
    total += part === first ? ms : sign * ms;
    comma ||= commaNote(part);
    const left = part.rest.slice(word.length).replace(/^\s*(?:,|and\b)?\s*/, '');
    if (left === '') break;
    const next = scanNumber(left, 'ask');
    if (next === null) return notUnderstood(`${quoted(typed)} is not a duration. ${EXAMPLE}`);
    if (!next.ok) return next;
    part = next;
  }
  return { ok: true, value: total, typed, basis, echo: formatDurationInWords(total) + comma };
}

function partMs(decimal: string, word: string): number | ReturnType<typeof notUnderstood> {
  const lower = word.toLowerCase();
  if (lower === 'us' || lower === 'µs' || lower === 'μs') return Number(shiftDecimal(decimal, -3));
  const singular = lower.length > 2 ? lower.replace(/s$/, '') : lower;
  const days = Object.hasOwn(calendarDays, singular) ? calendarDays[singular] : undefined;
  if (days !== undefined) return refuseCalendar(decimal, singular, days);
  // A capital M could be a minute, a month or a million.
  const ms = word !== 'M' && Object.hasOwn(wordMs, singular) ? wordMs[singular] : undefined;
  if (ms !== undefined) return Number(timesWhole(decimal, ms));
  return notUnderstood(
    word === '' ? `${decimal} what? ${EXAMPLE}` : `${quoted(word)} is not a unit of time. ${EXAMPLE}`,
  );
}

function refuseCalendar(decimal: string, word: string, days: number): ReturnType<typeof notUnderstood> {
  const name = word.startsWith('m') ? 'month' : 'year';
  const reading = `${timesWhole(decimal, days)} d`;
  return notUnderstood(`A ${name} has no fixed length.`, [{ label: `Use ${reading}`, text: reading }]);
}

const ISO =
  /^([+-]?)P(?:([\d.,]+)Y)?(?:([\d.,]+)M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/i;

function readIso(typed: string, basis: 'guess' | 'stated', body: string): QuantityReading {
  const match = ISO.exec(body);
  const [, sign, years, months, ...fixed] = match ?? [];
  if (match === null || [years, months, ...fixed].every((part) => part === undefined)) {
    return notUnderstood(`${quoted(typed)} is not an ISO 8601 duration. Try PT15M.`);
  }
  if (years !== undefined) return refuseCalendar(years.replace(',', '.'), 'year', 365);
  if (months !== undefined) return refuseCalendar(months.replace(',', '.'), 'month', 30);
  const lengths = [WEEK, DAY, HOUR, MINUTE, SECOND];
  let total = 0;
  for (const [index, ms] of lengths.entries()) {
    const decimal = (fixed[index] ?? '0').replace(',', '.');
    if (!/^\d+(?:\.\d+)?$/.test(decimal)) return notUnderstood(`${quoted(typed)} is not an ISO 8601 duration.`);
    total += Number(timesWhole(decimal, ms));
  }
  const value = sign === '-' ? -total : total;
  return { ok: true, value, typed, basis, echo: formatDurationInWords(value) };
}

/** 5,400,000 is '1.5 h' in a sentence: one unit, the largest that leaves at least one. */
export function formatDuration(ms: number, detail: Detail): string {
  const unit = [...durationUnits].reverse().find((name) => Math.abs(ms) >= unitMs[name]) ?? 'ms';
  // Whole minutes read better than 1.52 h in a table, where all digits stand.
  const exact = detail === 'table' ? [...durationUnits].reverse().find((name) => isTidy(ms / unitMs[name])) : unit;
  const shown = Math.abs(ms) < 1 ? 'ms' : (exact ?? unit);
  return `${formatNumber(ms / unitMs[shown], detail)}${NARROW_SPACE}${shown}`;
}

/** At least one, with at most two digits after the point. */
function isTidy(count: number): boolean {
  return Math.abs(count) >= 1 && Number(count.toFixed(2)) === count;
}

const words = [
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
  [SECOND, 'second'],
] as const;

/** 5,400,000 is '1 hour 30 minutes'; 1,500 is '1.5 seconds'. */
export function formatDurationInWords(ms: number): string {
  const counted: string[] = [];
  let left = Math.abs(ms);
  if (left < SECOND) counted.push(plural(left, 'millisecond'));
  else {
    for (const [length, name] of words) {
      const count = name === 'second' ? Number((left / length).toFixed(3)) : Math.floor(left / length);
      left -= count * length;
      if (count > 0) counted.push(plural(count, name));
    }
  }
  return (ms < 0 ? MINUS : '') + counted.join(' ');
}

function plural(count: number, name: string): string {
  const shown = formatNumber(Number(decimalOf(count)), 'table');
  return `${shown}${NO_BREAK_SPACE}${name}${count === 1 ? '' : 's'}`;
}
