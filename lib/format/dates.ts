/** How a reader wants instants shown. */
export interface DateStyle {
  /** BCP 47, such as `en-GB`. */
  readonly locale: string;
  /** IANA time zone, such as `Europe/Berlin`. */
  readonly zone: string;
}

export type Instant = Date | string | number;

const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Formatters cost some 50 µs to make and a table needs hundreds of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(style: DateStyle, kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${style.locale} ${style.zone} ${kind}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(style.locale, { ...options, timeZone: style.zone });
  formatters.set(key, made);
  return made;
}

/** "12 Dec 2026" */
export function shownDate(instant: Instant, style: DateStyle): string {
  return formatter(style, 'date', DATE).format(new Date(instant));
}

/** "14:02" */
export function shownTime(instant: Instant, style: DateStyle): string {
  return formatter(style, 'time', TIME).format(new Date(instant));
}

/** "12 Dec 2026, 14:02" */
export function shownDateTime(instant: Instant, style: DateStyle): string {
  return `${shownDate(instant, style)}, ${shownTime(instant, style)}`;
}

/** A date without a time, such as a due date (`2026-12-12`): the same day in every zone. */
export function shownPlainDate(date: string, locale: string): string {
  return shownDate(`${date}T00:00:00Z`, { locale, zone: 'UTC' });
}
