/**
 * Deviance x ln(x / m) + m − x, the part of a Poisson or binomial log-probability that depends on how far the count x
 * lies from its mean m. Computed without the cancellation that the formula as written suffers when x is close to m.
 *
 * @param x observed count, 0 or more (any real)
 * @param mean expected count m, above 0
 * @param difference x − m, given apart because callers often know it more exactly than the subtraction would
 * @returns a number of 0 or more
 *
 * Complexity: O(1); a series of fewer than 20 terms when |x − m| < 0.1 (x + m).
 * Source: Loader 2000, function bd0.
 */
export function binomialDeviance(x: number, mean: number, difference: number): number {
  if (x === 0) return mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  const ratioSquared = ratio * ratio;
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let order = 3; ; order += 2) {
    term *= ratioSquared;
    const next = sum + term / order;
    if (next === sum) return sum;
    sum = next;
  }
}
