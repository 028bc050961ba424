import { decimalOf, shiftDecimal } from '../quantities/decimal.ts';

/** The name of a percentile in outputs: 0.5 is p50, 0.99 is p99, 0.999 is p999, 0.05 is p05. */
export function percentileKey(share: number): string {
  return `p${decimalOf(share).slice('0.'.length).padEnd(2, '0')}`;
}

/** The same in sentences: 0.5 is p50, 0.999 is p99.9. */
export function percentileName(share: number): string {
  return `p${shiftDecimal(decimalOf(share), 2)}`;
}

/** One value for each share, by its key. */
export function byPercentile<Value>(shares: readonly number[], value: (share: number) => Value): Record<string, Value> {
  return Object.fromEntries(shares.map((share) => [percentileKey(share), value(share)]));
}
