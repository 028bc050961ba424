import type { Waiver } from '../worksheets/draft.ts';
import type { Finding, WaiverState } from './report.ts';

/**
 * What the waivers of a worksheet mean for a finding: accepted, or no longer because it expired or because one of the
 * values it was about has changed since. A waiver for an item counts for its fields.
 *
 * @param today plain date; a waiver is good until the end of the day it names
 */
export function waiverFor(
  finding: Omit<Finding, 'waiver'>,
  waivers: readonly Waiver[],
  today: string,
): WaiverState | undefined {
  const states = waivers
    .filter((waiver) => waiver.check === finding.rule && finding.paths.some((path) => covers(waiver.path, path)))
    .map((waiver) => stateOf(waiver, finding, today));
  return states.find(({ state }) => state === 'accepted') ?? states[0];
}

function covers(waived: string, path: string): boolean {
  return path === waived || path.startsWith(`${waived}.`);
}

function stateOf(waiver: Waiver, finding: Omit<Finding, 'waiver'>, today: string): WaiverState {
  const expired = waiver.expires !== undefined && waiver.expires < today;
  const changed = waiver.valueHash !== undefined && waiver.valueHash !== finding.valueHash;
  return {
    state: expired ? 'expired' : changed ? 'value-changed' : 'accepted',
    reason: waiver.reason,
    by: waiver.by,
    ...(waiver.expires === undefined ? {} : { expires: waiver.expires }),
  };
}
