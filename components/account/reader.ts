import { cookies, headers } from 'next/headers';
import { cache } from 'react';

import type { DateStyle } from '#lib/format/dates.ts';
import { knownZone, readerLocale } from '#lib/format/reader-locale.ts';

import { type Theme, THEME_COOKIE, ZONE_COOKIE, themeFrom } from './reader-cookies.ts';

/** How the one who reads wants to be shown dates, numbers and colours; known before anyone has signed in. */
export interface Reader extends DateStyle {
  readonly theme: Theme;
}

/** Reads the request, once a request. */
export const reader = cache(async (): Promise<Reader> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return {
    locale: readerLocale(sent.get('accept-language')),
    zone: knownZone(decoded(jar.get(ZONE_COOKIE)?.value)),
    theme: themeFrom(jar.get(THEME_COOKIE)?.value),
  };
});

function decoded(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
