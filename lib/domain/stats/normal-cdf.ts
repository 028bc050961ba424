import { polynomial } from './polynomial.ts';

const NEAR_A = [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356];
const NEAR_B = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const MIDDLE_A = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_B = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097, 34900.95272114598,
  38912.00328609327, 19685.429676859992,
];
const FAR_A = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  2.9112874951168793e-5,
];
const FAR_B = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5,
];
const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/**
 * Distribution function of the standard normal: the probability below z.
 *
 * @param z any real; ±Infinity give 1 and 0
 * @returns Φ(z), relative accuracy about 1e-15 in the lower tail too. For an upper tail ask for normalCdf(−z).
 *
 * Complexity: O(1).
 * Source: Cody, Rational Chebyshev Approximations for the Error Function (1969), in the form of ACM Algorithm 715.
 */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size <= 0.67448975) {
    const square = z * z;
    return 0.5 + (z * polynomial(NEAR_A, square)) / polynomial(NEAR_B, square);
  }
  const tail = upperTail(size);
  return z < 0 ? tail : 1 - tail;
}

function upperTail(size: number): number {
  if (size > 38.5) return 0;
  // exp(−z²/2) in two factors, since squaring a rounded z would lose the digits of a far tail
  const coarse = Math.trunc(size * 16) / 16;
  const density = Math.exp((-coarse * coarse) / 2) * Math.exp((-(size - coarse) * (size + coarse)) / 2);
  if (size <= Math.sqrt(32)) return (density * polynomial(MIDDLE_A, size)) / polynomial(MIDDLE_B, size);
  const inverseSquare = 1 / (size * size);
  const correction = (inverseSquare * polynomial(FAR_A, inverseSquare)) / polynomial(FAR_B, inverseSquare);
  return (density * (INVERSE_ROOT_TWO_PI - correction)) / size;
}
