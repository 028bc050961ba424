/**
 * The error rate of two annotators, from how often they agree.
 *
 * @param agreement share of items to which both gave the same class, in [0, 1]
 * @param classes how many there are, a whole number of 2 or more
 * @returns the smaller of the two rates that explain it, in [0, (classes − 1) / classes]; null where the agreement is
 * below 1 / classes, which no equal and independent errors give
 * @throws RangeError when an argument lies outside its range
 *
 * Complexity: O(1).
 * Source: with both wrong equally often, independently and evenly over the other classes, agreement is
 * (1 − e)² + e² / (classes − 1); solved for e. For two classes (1 − √(2 p − 1)) / 2.
 */
export function errorRateFromAgreement(agreement: number, classes: number): number | null {
  if (!(agreement >= 0 && agreement <= 1)) throw new RangeError(`agreement ${agreement} lies outside [0, 1]`);
  if (!Number.isInteger(classes) || classes < 2) throw new RangeError(`classes must be 2 or more, got ${classes}`);
  const most = (classes - 1) / classes;
  const root = 1 - (1 - agreement) / most;
  // An agreement of exactly 1 / classes may miss 0 by the rounding of a third.
  if (root < -1e-12) return null;
  return most * (1 - Math.sqrt(Math.max(0, root)));
}
