import type { Waiver } from '../worksheets/draft.ts';
import type { Finding, WaiverState } from './report.ts';

/** What a waiver is compared with. */
export type Waivable = Pick<Finding, 'rule' | 'paths' | 'valueHash'>;

/**
 * What the waivers of a worksheet mean for a finding: accepted, or no longer because it expired or because one of the
 * values it was about has changed since. A waiver for an item counts for its fields.
 *
 * @param siblings all that the rule found: a waiver that carries the hash of another one of them is about that one
 * @param today plain date; a waiver is good until the end of the day it names
 */
export function waiverFor(
  finding: Waivable,
  waivers: readonly Waiver[],
  { siblings, today }: { readonly siblings: readonly Waivable[]; readonly today: string },
): WaiverState | undefined {
  const states = waivers
    .filter((waiver) => isAbout(waiver, finding, siblings))
    .map((waiver) => stateOf(waiver, finding, today));
  return states.find(({ state }) => state === 'accepted') ?? states[0];
}

export function isAbout(waiver: Waiver, finding: Waivable, siblings: readonly Waivable[]): boolean {
  if (waiver.check !== finding.rule || !finding.paths.some((path) => covers(waiver.path, path))) return false;
  return waiver.valueHash === finding.valueHash || siblings.every(({ valueHash }) => valueHash !== waiver.valueHash);
}

function covers(waived: string, path: string): boolean {
  return path === waived || path.startsWith(`${waived}.`);
}

function stateOf(waiver: Waiver, finding: Waivable, today: string): WaiverState {
  const expired = waiver.expires !== undefined && waiver.expires < today;
  const changed = waiver.valueHash !== undefined && waiver.valueHash !== finding.valueHash;
  return {
    state: expired ? 'expired' : changed ? 'value-changed' : 'accepted',
    path: waiver.path,
    reason: waiver.reason,
    by: waiver.by,
    ...(waiver.expires === undefined ? {} : { expires: waiver.expires }),
  };
}
