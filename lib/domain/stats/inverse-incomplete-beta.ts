import { binomialProbability } from './binomial-probability.ts';
import { incompleteBeta } from './incomplete-beta.ts';

const MAX_STEPS = 2000;

/**
 * Quantile of the beta distribution: the x with I_x(a, b) = probability.
 *
 * Newton's method inside a bracket that only shrinks: where a Newton step would leave the bracket it is halved
 * instead, so the result is safe for extreme shapes.
 *
 * @param probability lower-tail probability in [0, 1]
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @returns x in [0, 1], relative accuracy about 1e-13
 * @throws RangeError when probability lies outside [0, 1], or a shape is not a finite number above 0
 *
 * Complexity: about ten evaluations of the incomplete beta function; a few dozen for extreme shapes.
 * Source: quantile form of DLMF 8.17; safeguarded Newton as in Press et al., Numerical Recipes, 9.4.
 */
export function inverseIncompleteBeta(probability: number, a: number, b: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`inverseIncompleteBeta needs a probability in [0, 1], got ${probability}`);
  }
  if (probability === 0) return 0;
  if (probability === 1) return 1;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const tails = incompleteBeta(x, a, b);
    // Compare in the smaller tail: the larger one is rounded to the digits of 1.
    const excess = tails.lower <= tails.upper ? tails.lower - probability : 1 - probability - tails.upper;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const density = (binomialProbability(a, b, x) * b * a) / ((a + b) * x * (1 - x));
    const newton = x - excess / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 4e-16 * x || next === low || next === high) return next;
    x = next;
  }
  throw new RangeError(`inverseIncompleteBeta did not converge for ${probability}, a = ${a}, b = ${b}`);
}
