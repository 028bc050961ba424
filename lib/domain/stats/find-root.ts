const MAX_STEPS = 300;

/**
 * A zero of a continuous function between two points where its signs differ.
 *
 * @param f continuous on [low, high]
 * @param low one end of the bracket
 * @param high the other end
 * @param tolerance absolute width to which the zero is narrowed, on top of four units of rounding of the zero itself
 * @returns x with f(x) = 0 within the tolerance
 * @throws RangeError when f has the same sign at both ends
 *
 * Complexity: about ten evaluations for smooth functions, never more than those of bisection squared.
 * Source: Brent, Algorithms for Minimization without Derivatives (1973), chapter 4 (zeroin).
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance: number = 0): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) throw new RangeError(`findRoot needs a change of sign between ${low} and ${high}`);
  let c = a;
  let fc = fa;
  let step = b - a;
  let previousStep = step;
  for (let count = 0; count < MAX_STEPS; count += 1) {
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const narrow = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= narrow || fb === 0) return b;
    const bisect = Math.abs(previousStep) < narrow || Math.abs(fa) <= Math.abs(fb);
    const tried = bisect ? null : interpolate({ a, b, c, fa, fb, fc });
    if (
      tried !== null &&
      2 * Math.abs(tried) < Math.min(3 * Math.abs(half) - narrow, Math.abs(previousStep)) &&
      tried > 0 === half > 0
    ) {
      previousStep = step;
      step = tried;
    } else {
      step = half;
      previousStep = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > narrow ? step : Math.sign(half) * narrow;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      previousStep = step;
    }
  }
  return b;
}

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
}

/** Step from b by the secant through a and b, or by the inverse parabola through a, b and c. */
function interpolate({ a, b, c, fa, fb, fc }: Bracket): number {
  const s = fb / fa;
  if (a === c) return (-(c - b) * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  const numerator = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -numerator / ((q - 1) * (r - 1) * (s - 1));
}
