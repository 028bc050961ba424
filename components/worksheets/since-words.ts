import { shownDateTime, type DateStyle } from '#lib/format/dates.ts';
import { shownRelative } from '#lib/format/durations.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * When something happened on the server, for somebody who reads it here: "a minute ago" within the hour, else the
 * date. A clock that is wrong by days is told from one that is right by what it would make of it, and not believed.
 */
export function sinceWords(at: Date, nowMs: number, dates: DateStyle): string {
  const age = nowMs - at.getTime();
  if (age < -MINUTE_MS || age >= HOUR_MS) return `on ${shownDateTime(at, dates)}`;
  if (age < MINUTE_MS) return 'just now';
  return age < 2 * MINUTE_MS ? 'a minute ago' : shownRelative(at, nowMs, dates.locale);
}
