import { binomialDeviance } from './binomial-deviance.ts';
import { stirlingError } from './stirling-error.ts';

const MAX_STEPS = 1_000_000;
const TINY = 1e-300;

/** Both tails, so that a small one never comes from subtracting the other from 1. */
export interface GammaTails {
  /** P(shape, x): probability below x */
  readonly lower: number;
  /** Q(shape, x): probability above x */
  readonly upper: number;
}

/**
 * Regularised incomplete gamma function: both tails of a Gamma(shape) variable of scale 1 at x.
 *
 * @param shape above 0
 * @param x 0 or more
 * @returns lower and upper tail, relative accuracy about 1e-13 in whichever is computed directly (the lower one below
 * shape + 1)
 * @throws RangeError when the shape is not a finite number above 0 or x is negative
 *
 * Complexity: O(√shape) steps near the mean.
 * Source: the series DLMF 8.7.1 below shape + 1 and the continued fraction DLMF 8.9.2 above; prefactor from Loader
 * (2000), which keeps its digits for large shapes.
 */
export function incompleteGamma(shape: number, x: number): GammaTails {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`incompleteGamma needs a shape above 0, got ${shape}`);
  if (!(x >= 0)) throw new RangeError(`incompleteGamma needs x of 0 or more, got ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  // x^shape e^−x / Γ(shape + 1)
  const density =
    Math.exp(-stirlingError(shape) - binomialDeviance(shape, x, shape - x)) / Math.sqrt(2 * Math.PI * shape);
  if (x < shape + 1) {
    const lower = Math.min(1, density * series(shape, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density * shape * continuedFraction(shape, x));
  return { lower: 1 - upper, upper };
}

/** Σ xⁿ / ((shape + 1) … (shape + n)) */
function series(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= MAX_STEPS; n += 1) {
    term *= x / (shape + n);
    sum += term;
    if (term <= sum * Number.EPSILON) return sum;
  }
  throw new RangeError(`incompleteGamma did not converge for shape = ${shape}, x = ${x}`);
}

/** Γ(shape, x) eˣ / x^shape, by Lentz's method as Thompson & Barnett changed it. */
function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n <= MAX_STEPS; n += 1) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / awayFromZero(b + a * d);
    c = awayFromZero(b + a / c);
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) <= 2 * Number.EPSILON) return fraction;
  }
  throw new RangeError(`incompleteGamma did not converge for shape = ${shape}, x = ${x}`);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
