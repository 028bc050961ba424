import { shiftDecimal } from './decimal.ts';
import { notUnderstood, quoted, type NotUnderstood } from './reading.ts';

/**
 * How '1,500' is read. Money, counts and rates have no use for thousandths, so there the comma groups thousands;
 * elsewhere it could as well be one and a half, so the reader is asked.
 */
export type CommaGroups = 'thousands' | 'ask';

export interface Scanned {
  readonly ok: true;
  /** Decimal text, see decimal.ts. */
  readonly decimal: string;
  readonly commaAsDecimal: boolean;
  /** True when the number had no digit before its point ('.002'). */
  readonly startsWithPoint: boolean;
  /** What follows the number, without space at its ends. */
  readonly rest: string;
}

const NUMBER = /^([+-]?)((?=[.,]?\d)[\d.,'’_]+(?: \d{3}(?!\d)[\d.,]*)*)(?:e([+-]?\d{1,2}))?/i;

const plain = /^(?:\d+\.?\d*|\.\d+)$/;
const spaced = /^\d{1,3}(?:[ '’_]\d{3})+(?:[.,]\d+)?$/;
const englishGroups = /^\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;
const continentalGroups = /^\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
const commaDecimal = /^\d*,\d+$/;
const commaEitherWay = /^[1-9]\d{0,2},\d{3}$/;

/** Finds the number at the start of a tidied text. Answers null when there is none. */
export function scanNumber(text: string, groups: CommaGroups): Scanned | NotUnderstood | null {
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const [whole, sign = '', body = '', exponent = '0'] = match;
  const rest = text.slice(whole.length).trim();
  const scanned = (digits: string, commaAsDecimal = false): Scanned => ({
    ok: true,
    decimal: shiftDecimal((sign === '-' ? '-' : '') + digits, Number(exponent)),
    commaAsDecimal,
    startsWithPoint: /^[.,]/.test(body),
    rest,
  });

  if (plain.test(body)) return scanned(body);
  if (spaced.test(body)) return scanned(body.replace(/[ '’_]/g, '').replace(',', '.'));
  if (englishGroups.test(body)) return scanned(body.replaceAll(',', ''));
  if (continentalGroups.test(body)) return scanned(body.replaceAll('.', '').replace(',', '.'));
  if (commaEitherWay.test(body)) {
    const thousands = body.replace(',', '');
    if (groups === 'thousands') return scanned(thousands);
    const after = text.slice(sign.length + body.length);
    const offers = [thousands, body.replace(',', '.')].map((digits) => {
      const reading = `${sign}${digits}${after}`;
      return { label: `Use ${reading}`, text: reading };
    });
    return notUnderstood(`The comma in ${quoted(body)} could group thousands or be a decimal point.`, offers);
  }
  if (commaDecimal.test(body)) return scanned(body.replace(',', '.'), true);
  return notUnderstood(`${quoted(body)} is not a number.`);
}

const magnitudes: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  bn: 9,
  b: 9,
  billion: 9,
};

/**
 * Takes 'k', 'M' or 'bn' off the front: the power of ten, and what is left. A small 'm' means million only in money,
 * where it cannot be a minute or a thousandth.
 */
export function splitMagnitude(rest: string, smallMIsMillion = false): { power: number; rest: string } {
  const word = /^(?:thousand|million|billion|mio|mn|bn|[kmb])(?![a-z])/i.exec(rest)?.[0];
  if (word === undefined || (word === 'm' && !smallMIsMillion)) return { power: 0, rest };
  return { power: magnitudes[word.toLowerCase()] ?? 0, rest: rest.slice(word.length).trim() };
}

/** For an echo: says so when a comma was taken for the decimal point. */
export function commaNote(scanned: Scanned): string {
  return scanned.commaAsDecimal ? ' (comma read as decimal)' : '';
}
