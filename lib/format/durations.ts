const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From the largest: a span is told in the first unit that it fills. */
const UNITS = [
  { unit: 'year', ms: 365 * DAY },
  { unit: 'month', ms: 30 * DAY },
  { unit: 'day', ms: DAY },
  { unit: 'hour', ms: HOUR },
  { unit: 'minute', ms: MINUTE },
] as const;

/** "3 minutes ago", "in 6 days", "just now" for less than a minute either way; counted down, never rounded up. */
export function shownRelative(instant: Date | string | number, nowMs: number, locale: string): string {
  const distance = new Date(instant).getTime() - nowMs;
  const size = UNITS.find(({ ms }) => Math.abs(distance) >= ms);
  if (!size) return 'just now';
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.trunc(distance / size.ms), size.unit);
}

/** A wait in the short form of lists and tables: "4 min", "3 h", "2 d"; less than a minute is "now". */
export function shownWait(sinceMs: number, nowMs: number): string {
  const waited = Math.max(0, nowMs - sinceMs);
  if (waited < MINUTE) return 'now';
  if (waited < HOUR) return `${Math.trunc(waited / MINUTE)}\u202Fmin`;
  if (waited < DAY) return `${Math.trunc(waited / HOUR)}\u202Fh`;
  return `${Math.trunc(waited / DAY)}\u202Fd`;
}
