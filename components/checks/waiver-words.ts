import type { WaiverState } from '#lib/domain/checks/report.ts';
import { shownPlainDate } from '#lib/format/dates.ts';

/** 'Accepted by Head of payments until 1 Jun 2027: ‘Only for the pilot’'; one that lapsed says why it did. */
export function waiverWords({ state, by, expires, reason }: WaiverState, locale: string): string {
  const until = expires === undefined ? '' : ` until ${shownPlainDate(expires, locale)}`;
  const lapsed = { accepted: '', expired: ', which is over', 'value-changed': '; a value has changed since' }[state];
  return `Accepted by ${by}${until}${lapsed}: ‘${reason}’`;
}
