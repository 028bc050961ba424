import type { Distribution } from './distribution.ts';

/**
 * A distribution that has only some values.
 *
 * @param points values of 0 or more with their chances, which add up to 1; the order does not matter
 *
 * Complexity: O(log points) a question.
 * Source: definition; the quantile is the nearest rank.
 */
export function discreteDistribution(
  points: readonly { readonly value: number; readonly chance: number }[],
): Distribution & { readonly mean: number } {
  const rising = points.toSorted((a, b) => a.value - b.value);
  const values = Float64Array.from(rising, ({ value }) => value);
  // Summed from the top, so that small tails keep their digits.
  const above = new Float64Array(values.length);
  for (let index = values.length - 2; index >= 0; index -= 1) {
    above[index] = (above[index + 1] ?? 0) + (rising[index + 1]?.chance ?? 0);
  }
  /** Number of leading entries that fulfil a condition which holds up to some entry and for none after it. */
  const countWhile = (holds: (index: number) => boolean): number => {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    mean: rising.reduce((sum, { value, chance }) => sum + value * chance, 0),
    cdf: (x) => {
      const upTo = countWhile((index) => (values[index] ?? 0) <= x);
      return upTo === 0 ? 0 : 1 - (above[upTo - 1] ?? 0);
    },
    // A tail that equals the chance but for rounding is not exceeded.
    upperQuantile: (upper) => values[countWhile((index) => (above[index] ?? 0) > upper * (1 + 1e-12))] ?? 0,
  };
}
