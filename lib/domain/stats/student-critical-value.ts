import { inverseIncompleteBeta } from './inverse-incomplete-beta.ts';

/**
 * How many standard errors an interval reaches to each side when the standard error itself was estimated.
 *
 * @param confidence two-sided level, in (0, 1)
 * @param degreesOfFreedom above 0, need not be whole
 * @returns the t for which Student's distribution has that share between −t and t, relative accuracy about 1e-12
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: that of the inverse incomplete beta function.
 * Source: t² / (ν + t²) has the beta distribution with shapes 1/2 and ν/2, DLMF 8.17. Its complement carries the digits
 * where it is near 1.
 */
export function studentCriticalValue(confidence: number, degreesOfFreedom: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} lies outside (0, 1)`);
  if (!(degreesOfFreedom > 0)) throw new RangeError(`degrees of freedom must be above 0, got ${degreesOfFreedom}`);
  const part = inverseIncompleteBeta(confidence, 0.5, degreesOfFreedom / 2);
  if (part < 0.5) return Math.sqrt((degreesOfFreedom * part) / (1 - part));
  const rest = inverseIncompleteBeta(1 - confidence, degreesOfFreedom / 2, 0.5);
  return Math.sqrt((degreesOfFreedom * (1 - rest)) / rest);
}
