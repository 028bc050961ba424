import { shiftDecimal } from './decimal.ts';
import { formatNumber, NO_BREAK_SPACE, type Detail } from './format-number.ts';
import { perPeriod, periodSeconds, periods, readPeriod, type Period } from './periods.ts';
import { notUnderstood, quoted, splitGuess, tidy, type QuantityReading, type Source } from './reading.ts';
import { commaNote, scanNumber, splitMagnitude } from './scan-number.ts';

/**
 * Reads '2.5M/day', '900 per second', '40 requests/s' and '900 rps'. The value is per second. A bare number takes the
 * field's period in a box, and is asked about where there is none.
 */
export function readRate(text: string, source: Source, defaultPeriod?: Period): QuantityReading {
  const typed = tidy(text);
  const { basis, rest: body } = splitGuess(typed);
  const scanned = scanNumber(body, 'thousands');
  if (scanned === null) return notUnderstood(`${quoted(typed)} is not a rate. Try 2.5M/day.`);
  if (!scanned.ok) return scanned;
  const magnitude = splitMagnitude(scanned.rest);
  const count = Number(shiftDecimal(scanned.decimal, magnitude.power));

  if (magnitude.rest === '') {
    if (source === 'file' || defaultPeriod === undefined) return askForPeriod(typed);
    return understood(count, defaultPeriod, `${typed}/${defaultPeriod}`);
  }
  const period = periodOf(magnitude.rest);
  if (period === null) return notUnderstood(`${quoted(magnitude.rest)} is not a rate. Try 2.5M/day.`);
  return understood(count, period, typed);

  function understood(number: number, per: Period, kept: string): QuantityReading {
    const value = number / periodSeconds[per];
    const asTyped = formatRate(number, per, 'table');
    const echo = per === 'second' ? asTyped : `${asTyped} = ${formatRate(value, 'second', 'sentence')}`;
    return { ok: true, value, typed: kept, basis, echo: echo + (scanned?.ok ? commaNote(scanned) : '') };
  }
}

/** What is counted may be named: 'payments a day', 'requests/s', 'rps'. */
function periodOf(rest: string): Period | null {
  if (/^[rq]ps$/i.test(rest)) return 'second';
  return readPeriod(rest) ?? readPeriod(/^[\p{L} -]{1,30}?\s*((?:\/|\bper\b|\ban?\b).*)$/u.exec(rest)?.[1] ?? '');
}

function askForPeriod(typed: string): QuantityReading {
  const offers = periods
    .filter((period) => period === 'second' || period === 'day' || period === 'month' || period === 'year')
    .map((period) => ({ label: perPeriod(period), text: `${typed}/${period}` }));
  return notUnderstood(`${typed} per what?`, offers);
}

/** 2,500,000 by day is '2,500,000 a day'. The number is per the period given. */
export function formatRate(number: number, per: Period, detail: Detail): string {
  const space = per === 'second' ? NO_BREAK_SPACE : ' ';
  return `${formatNumber(number, detail)}${space}${perPeriod(per)}`;
}
