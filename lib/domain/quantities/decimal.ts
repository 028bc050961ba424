/**
 * Decimal numbers as text ('-12.34', no exponent, no separators), so that moving the point and whole multiples are
 * exact: 0.57 % is 0.0057 and not 0.005699999999999999.
 */

function parts(decimal: string): { sign: string; digits: string; point: number } {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = decimal.slice(sign.length).split('.');
  return { sign, digits: whole + fraction, point: whole.length };
}

function compose(sign: string, digits: string, point: number): string {
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const whole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const fraction = padded.slice(at).replace(/0+$/, '');
  const magnitude = fraction === '' ? whole : `${whole}.${fraction}`;
  return magnitude === '0' ? '0' : sign + magnitude;
}

/** Moves the decimal point: shiftDecimal('0.29', -2) is '0.0029'. */
export function shiftDecimal(decimal: string, places: number): string {
  const { sign, digits, point } = parts(decimal);
  return compose(sign, digits, point + places);
}

/** The exact product with a whole number. */
export function timesWhole(decimal: string, factor: number): string {
  const { sign, digits, point } = parts(decimal);
  const product = (BigInt(digits) * BigInt(factor)).toString().padStart(digits.length, '0');
  return compose(sign, product, point + product.length - digits.length);
}

/** The shortest decimal text that reads back as this finite number, without exponent. */
export function decimalOf(value: number): string {
  const [mantissa = '0', exponent] = String(value).split('e');
  return exponent === undefined ? mantissa : shiftDecimal(mantissa, Number(exponent));
}

/** The number with its decimal point moved, exactly as a decimal would. */
export function shiftNumber(value: number, places: number): number {
  return Number(shiftDecimal(decimalOf(value), places));
}
