import type { ValueCount, ValueCounts } from './value-counts.ts';

/**
 * The waits that a client did not measure because it was waiting: one that sends every `interval` and takes a value v
 * would have sent more meanwhile, and those would have taken v − interval, v − 2·interval, … .
 *
 * @param counts what was measured
 * @param interval time between two requests as it was meant, above 0, in the unit of the values
 * @param most how many different values may be added
 * @returns the values to add, those of at least one interval, or null when they are more than `most`
 *
 * Complexity: O(values measured + values added).
 * Source: G. Tene, How not to measure latency (2013); the rule is that of HdrHistogram’s
 * `recordValueWithExpectedInterval`.
 */
export function fillOmittedWaits(counts: ValueCounts, interval: number, most: number): ValueCount[] | null {
  // Counted first, so that too many cost neither the time nor the memory to make them.
  const expected = counts.values.reduce((sum, value) => sum + Math.max(0, Math.floor(value / interval) - 1), 0);
  if (expected > most) return null;
  const added: ValueCount[] = [];
  for (let index = 0; index < counts.values.length; index += 1) {
    const value = counts.values[index] ?? 0;
    const count = (counts.upTo[index] ?? 0) - (counts.upTo[index - 1] ?? 0);
    // A product a step, not a running difference: rounding must not gather into a value too many or too few.
    for (let steps = 1; value - steps * interval >= interval; steps += 1) {
      added.push({ value: value - steps * interval, count });
    }
  }
  return added;
}
