'use client';

import { useEffect } from 'react';
import { goToPlace } from './place-of.ts';
import { useWorksheet } from './worksheet-context.ts';

/** On a page that was just opened: puts the cursor where the address points. */
export function GoToHash() {
  const { current } = useWorksheet();
  useEffect(() => {
    const go = () => {
      const path = decodeURIComponent(location.hash.slice(1));
      if (goToPlace(path)) current.follow(path);
    };
    go();
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, [current]);
  return null;
}
