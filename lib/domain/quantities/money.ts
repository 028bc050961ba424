import { decimalOf, shiftDecimal, shiftNumber } from './decimal.ts';
import { formatNumber, groupThousands, MINUS, NARROW_SPACE, roundForSentence, type Detail } from './format-number.ts';
import { perPeriod, periodSeconds, readPeriod, type Period } from './periods.ts';
import { notUnderstood, quoted, splitGuess, tidy, type NotUnderstood, type QuantityReading } from './reading.ts';
import { commaNote, scanNumber, splitMagnitude } from './scan-number.ts';

/** What stands before an amount. Currencies written with letters take a space. */
const prefixes = {
  AUD: 'A$',
  BRL: 'R$',
  CAD: 'C$',
  CHF: 'CHF',
  CNY: 'CN¥',
  CZK: 'CZK',
  DKK: 'DKK',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  HUF: 'HUF',
  ILS: '₪',
  INR: '₹',
  JPY: '¥',
  KRW: '₩',
  MXN: 'MX$',
  NOK: 'NOK',
  NZD: 'NZ$',
  PLN: 'PLN',
  RON: 'RON',
  SEK: 'SEK',
  SGD: 'S$',
  TRY: '₺',
  USD: '$',
  ZAR: 'ZAR',
} as const;

export type Currency = keyof typeof prefixes;

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(prefixes, text);
}

const currencies = Object.keys(prefixes).filter(isCurrency);

export interface MoneyExpected {
  /** The worksheet's one currency, where it is known. */
  readonly currency?: Currency | undefined;
  /** The value is an amount per this period; text that names none means this one. */
  readonly per?: Period | undefined;
}

const symbol =
  /^(?:[A-Z]{1,2}\$|CN¥|[€£$¥₪₹₩₺]|[A-Z]{3}(?![a-z]))\s*|\s*(?:[€£$¥₪₹₩₺]|[A-Z]{3}(?![A-Za-z]))(?=$|[\s/])/u;

/** Reads '€1.9 M', '12k', '12 000 EUR a month', '-5'. The value is in units of the currency, per the field's period. */
export function readMoney(text: string, expected: MoneyExpected): QuantityReading {
  const typed = tidy(text);
  const { basis, rest: body } = splitGuess(typed);
  const sign = /^[+-]/.exec(body)?.[0] ?? '';
  const unsigned = body.slice(sign.length);
  const mark = symbol.exec(unsigned)?.[0] ?? '';
  const refused = mark === '' ? null : refuseCurrency(mark.trim(), expected.currency);
  if (refused !== null) return refused;

  const scanned = scanNumber(sign + unsigned.replace(mark, ' ').trim(), 'thousands');
  if (scanned === null) return notUnderstood(`${quoted(typed)} is not an amount of money. Try 12k.`);
  if (!scanned.ok) return scanned;
  const magnitude = splitMagnitude(scanned.rest, true);
  const per = magnitude.rest === '' ? expected.per : readPeriod(magnitude.rest);
  if (per === null) return notUnderstood(`${quoted(magnitude.rest)} is not a unit of money. Try 12k.`);
  if (per !== undefined && expected.per === undefined) {
    return notUnderstood(`An amount is asked for here, not one ${perPeriod(per)}.`);
  }

  const amount = Number(shiftDecimal(scanned.decimal, magnitude.power));
  const value = per === expected.per ? amount : convertPeriod(amount, per, expected.per);
  const currency = expected.currency ?? currencyOf(mark.trim());
  const asTyped = moneyPer(amount, currency, per);
  const canonical = per === expected.per ? '' : ` = ${moneyPer(value, currency, expected.per)}`;
  return { ok: true, value, typed, basis, echo: asTyped + canonical + commaNote(scanned) };
}

function convertPeriod(amount: number, from: Period | undefined, to: Period | undefined): number {
  if (from === undefined || to === undefined) return amount;
  return Number(((amount * periodSeconds[to]) / periodSeconds[from]).toPrecision(12));
}

function moneyPer(amount: number, currency: Currency | undefined, per: Period | undefined): string {
  const shown = formatMoney(amount, currency, 'table');
  return per === undefined ? shown : `${shown} ${perPeriod(per)}`;
}

function refuseCurrency(mark: string, currency: Currency | undefined): NotUnderstood | null {
  const known = currencies.filter((code) => code === mark || prefixes[code].endsWith(mark));
  if (known.length === 0) return notUnderstood(`${quoted(mark)} is not a currency this worksheet can count in.`);
  if (currency === undefined || known.includes(currency)) return null;
  return notUnderstood(`This worksheet counts in ${currency}; ${quoted(mark)} is another currency.`);
}

function currencyOf(mark: string): Currency | undefined {
  return currencies.find((code) => code === mark || prefixes[code] === mark);
}

/** 1,900,000 EUR is '€1.9 M' in a sentence and '€1,900,000' in a table. */
export function formatMoney(amount: number, currency: Currency | undefined, detail: Detail): string {
  const sign = amount < 0 ? MINUS : '';
  const prefix = currency === undefined ? '' : prefixes[currency];
  const space = /[A-Z]$/.test(prefix) ? NARROW_SPACE : '';
  return `${sign}${prefix}${space}${magnitudeText(Math.abs(amount), detail)}`;
}

function magnitudeText(amount: number, detail: Detail): string {
  if (detail === 'table' || amount < 1e6 || !Number.isFinite(amount)) {
    return Number.isFinite(amount) ? groupThousands(decimalOf(cents(amount, detail))) : formatNumber(amount, detail);
  }
  const [power, unit] = amount < 1e9 ? [6, 'M'] : [9, 'bn'];
  return `${formatNumber(shiftNumber(roundForSentence(amount), -power), 'sentence')}${NARROW_SPACE}${unit}`;
}

function cents(amount: number, detail: Detail): number {
  return detail === 'sentence' ? roundForSentence(amount) : amount;
}
