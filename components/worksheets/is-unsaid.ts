import type { DerivedEntry } from '#lib/client/assessment.ts';

/** While none of its answers is there, nothing is said of a derived value: there is nothing to wait for. */
export function isUnsaid({ beside, result }: Pick<DerivedEntry, 'beside' | 'result'>): boolean {
  return result.state === 'waits' && result.missing.length >= beside.length;
}
