'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

import { ZONE_COOKIE, rememberedCookie } from './reader-cookies.ts';

/**
 * Tells the server in which time zone this browser stands, so that pages arrive with the right times in them.
 * On the very first visit, and after a journey, the page is rendered once more.
 */
export function RememberZone({ known }: { known: string }) {
  const router = useRouter();
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    if (timeZone === known) return;
    document.cookie = rememberedCookie(ZONE_COOKIE, timeZone, location.protocol === 'https:');
    router.refresh();
  }, [known, router]);
  return null;
}
