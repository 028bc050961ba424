'use client';

import { useEffect, useRef } from 'react';

/**
 * Runs when the page is put away, reloaded or closed, and when what calls this leaves it: for what is typed and would
 * otherwise be kept only once the box is left. In the capturing phase, so that it comes before whoever writes it down.
 */
export function useBeforeLeaving(keep: () => void): void {
  const newest = useRef(keep);
  useEffect(() => {
    newest.current = keep;
  });
  useEffect(() => {
    const run = () => newest.current();
    const whenHidden = () => document.visibilityState === 'hidden' && run();
    window.addEventListener('visibilitychange', whenHidden, { capture: true });
    window.addEventListener('beforeunload', run, { capture: true });
    window.addEventListener('pagehide', run, { capture: true });
    return () => {
      window.removeEventListener('visibilitychange', whenHidden, { capture: true });
      window.removeEventListener('beforeunload', run, { capture: true });
      window.removeEventListener('pagehide', run, { capture: true });
      run();
    };
  }, []);
}
