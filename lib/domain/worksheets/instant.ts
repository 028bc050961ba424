const WRITTEN = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * An instant as a file writes it, in UTC and to the millisecond; null for what is none. Nobody wrote here before 1970,
 * and the year 0, which ISO 8601 has, is refused by PostgreSQL.
 */
export function readInstant(written: string): string | null {
  const instant = WRITTEN.test(written) ? new Date(written) : null;
  return instant === null || !(instant.getTime() >= 0) ? null : instant.toISOString();
}
