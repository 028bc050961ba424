import { stirlingError } from './stirling-error.ts';

const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Natural logarithm of the gamma function for positive arguments.
 *
 * @param x any real above 0
 * @returns ln Γ(x); relative accuracy 1e-14, absolute 1e-14 near the zeros at 1 and 2
 * @throws RangeError when x is not above 0
 *
 * Complexity: at most 15 steps.
 * Source: Abramowitz & Stegun 6.1.40, with the recurrence of `stirlingError` below 15.
 */
export function logGamma(x: number): number {
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}
