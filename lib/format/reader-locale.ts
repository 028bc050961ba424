/** The product speaks English; which English decides the order of day and month and the separators of numbers. */
const DEFAULT_LOCALE = 'en-GB';

const ENGLISH = /^en-[A-Z]{2}$/;

/** The first regional English of an Accept-Language header, such as `de-CH,en-US;q=0.8`; British where there is none. */
export function readerLocale(acceptLanguage: string | null | undefined): string {
  const wanted = (acceptLanguage ?? '').split(',').map((entry) => entry.split(';')[0]?.trim() ?? '');
  return wanted.find((tag) => ENGLISH.test(tag)) ?? DEFAULT_LOCALE;
}

/** The time zone as named, or UTC when this runtime does not know the name. */
export function knownZone(zone: string | null | undefined): string {
  if (!zone) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
