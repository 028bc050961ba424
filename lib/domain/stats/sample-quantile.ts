import { type ValueCounts, valueAtRank } from './value-counts.ts';

/** The nine definitions of Hyndman and Fan, by their numbers. */
export const quantileMethods = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type QuantileMethod = (typeof quantileMethods)[number];

/** Where a share stands among the ranks 1 … n; between two whole ranks the value is interpolated or chosen. */
const POSITIONS: Readonly<Record<QuantileMethod, (n: number, q: number) => number>> = {
  1: (n, q) => n * q,
  2: (n, q) => n * q,
  3: (n, q) => n * q - 0.5,
  4: (n, q) => n * q,
  5: (n, q) => n * q + 0.5,
  6: (n, q) => (n + 1) * q,
  7: (n, q) => (n - 1) * q + 1,
  8: (n, q) => (n + 1 / 3) * q + 1 / 3,
  9: (n, q) => (n + 1 / 4) * q + 3 / 8,
};

/**
 * Quantile of a sample by one of nine definitions, which differ a lot in the tail of a small sample.
 *
 * @param counts at least one value
 * @param q share in [0, 1]
 * @param method 1–3 give a value of the sample (2: the middle of two), 4–9 interpolate; 1 is the nearest rank, 6 what
 * Minitab and SPSS give, 7 what R, NumPy and spreadsheets give
 * @throws RangeError when q lies outside [0, 1] or there is no value
 *
 * Complexity: O(log n).
 * Source: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996).
 * A position that misses a whole rank by rounding only counts as that rank, as in R's `quantile`.
 */
export function sampleQuantile(counts: ValueCounts, q: number, method: QuantileMethod): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`sampleQuantile needs a share in [0, 1], got ${q}`);
  const position = POSITIONS[method](counts.n, q);
  const fuzz = 4 * Number.EPSILON * Math.max(1, Math.abs(position));
  const rank = Math.floor(position + fuzz);
  const beyond = Math.abs(position - rank) < fuzz ? 0 : position - rank;
  const lower = valueAtRank(counts, within(rank, counts.n));
  const weight = weightOfUpper(method, rank, beyond);
  if (weight === 0) return lower;
  const upper = valueAtRank(counts, within(rank + 1, counts.n));
  // Not lower + weight · (upper − lower): the difference of two huge values may overflow. Rounding may leave the two.
  return weight === 1 ? upper : Math.min(upper, Math.max(lower, (1 - weight) * lower + weight * upper));
}

function weightOfUpper(method: QuantileMethod, rank: number, beyond: number): number {
  if (method === 1) return beyond > 0 ? 1 : 0;
  if (method === 2) return beyond > 0 ? 1 : 0.5;
  if (method === 3) return beyond > 0 || rank % 2 !== 0 ? 1 : 0;
  return beyond;
}

function within(rank: number, n: number): number {
  return Math.min(n, Math.max(1, rank));
}
