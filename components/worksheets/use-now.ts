'use client';

import { useEffect, useState } from 'react';

/** The time, moving every `everyMs` while somebody looks at what depends on it; null stops it. 0 until the page runs. */
export function useNow(everyMs: number | null): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (everyMs === null) return;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
