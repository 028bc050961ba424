import { binomialProbability } from './binomial-probability.ts';

const MAX_STEPS = 10_000_000;
const TINY = 1e-300;

/** Both tails, so that a small one never comes from subtracting the other from 1. */
export interface BetaTails {
  /** I_x(a, b): probability below x */
  readonly lower: number;
  /** 1 − I_x(a, b): probability above x */
  readonly upper: number;
}

/**
 * Regularised incomplete beta function: both tails of a Beta(a, b) variable at x.
 *
 * @param x point in [0, 1]
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @returns lower and upper tail, relative accuracy about 1e-13 in whichever is computed directly (the one on x's side
 * of the mean)
 * @throws RangeError when x lies outside [0, 1], or a or b is not a finite number above 0
 *
 * Complexity: O(√max(a, b)) steps of a continued fraction near the mean, a few steps away from it.
 * Source: even part of the continued fraction DLMF 8.17.22, as in Didonato & Morris, ACM Algorithm 708 (1992);
 * prefactor from Loader 2000.
 */
export function incompleteBeta(x: number, a: number, b: number): BetaTails {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incompleteBeta needs x in [0, 1], got ${x}`);
  if (!(a > 0 && b > 0 && Number.isFinite(a + b))) {
    throw new RangeError(`incompleteBeta needs finite shapes above 0, got ${a} and ${b}`);
  }
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === 1) return { lower: 1, upper: 0 };
  const y = 1 - x;
  // How far x lies below the mean, in units of a + b; taken from the smaller of x and y, which carries the digits.
  const belowMean = x <= y ? a - (a + b) * x : (a + b) * y - b;
  const prefactor = (binomialProbability(a, b, x, y) * b * a) / (a + b);
  if (belowMean >= 0) {
    const lower = Math.min(1, prefactor / continuedFraction(x, y, a, b, belowMean));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, prefactor / continuedFraction(y, x, b, a, -belowMean));
  return { lower: 1 - upper, upper };
}

/** xᵃyᵇ / (B(a, b) I_x(a, b)) for x at or below the mean, by Lentz's method as Thompson & Barnett changed it. */
function continuedFraction(x: number, y: number, a: number, b: number, belowMean: number): number {
  let fraction = awayFromZero((a * (belowMean + 1)) / (a + 1));
  let c = fraction;
  let d = 0;
  for (let m = 1; m <= MAX_STEPS; m += 1) {
    const odd = a + 2 * m - 1;
    const numerator = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
    const denominator = m + (m * (b - m) * x) / odd + ((a + m) / (odd + 2)) * (belowMean + 1 + m * (1 + y));
    d = 1 / awayFromZero(denominator + numerator * d);
    c = awayFromZero(denominator + numerator / c);
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) <= 2 * Number.EPSILON) return fraction;
  }
  throw new RangeError(`incompleteBeta did not converge for x = ${x}, a = ${a}, b = ${b}`);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
