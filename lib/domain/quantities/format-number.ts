import { decimalOf } from './decimal.ts';

/** Joins a number and the sign of its unit, so that a line never breaks between them: '15 ms', '0.2 %'. */
export const NARROW_SPACE = '\u202f';
/** Joins a number and a word, which a narrow space would not part: '20,000 requests'. */
export const NO_BREAK_SPACE = '\u00a0';
export const MINUS = '\u2212';

/**
 * Sentences take at most three significant digits (whole numbers below 10,000 stay whole: 'use 1,094 a group');
 * tables take all digits.
 */
export type Detail = 'sentence' | 'table';

/** Groups thousands with commas and writes a true minus: '-1234.5' is '−1,234.5'. */
export function groupThousands(decimal: string): string {
  const negative = decimal.startsWith('-');
  const [whole = '', fraction] = (negative ? decimal.slice(1) : decimal).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${negative ? MINUS : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

export function roundForSentence(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 10_000) return value;
  return Number(value.toPrecision(3));
}

export function formatNumber(value: number, detail: Detail): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? `${MINUS}∞` : 'undefined';
  return groupThousands(decimalOf(detail === 'sentence' ? roundForSentence(value) : value));
}
