'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { goNearPlace } from './place-of.ts';
import { useWorksheet } from './worksheet-context.ts';

/**
 * On a page that was just opened: puts the cursor where the address points, or on the heading where it points nowhere,
 * so that keys go on from there. The first page is left to the browser, whose first stop skips to the content.
 */
export function GoToHash() {
  const { current } = useWorksheet();
  const pathname = usePathname();
  const before = useRef<string>(null);
  useEffect(() => {
    const go = () => {
      const path = decodeURIComponent(location.hash.slice(1));
      const found = goNearPlace(path);
      if (found !== null) current.follow(found);
      return found !== null;
    };
    if (!go() && before.current !== null && before.current !== pathname) {
      document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
      current.follow(null);
    }
    before.current = pathname;
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, [current, pathname]);
  return null;
}
