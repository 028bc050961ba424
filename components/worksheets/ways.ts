'use client';

import { useEffect, useState } from 'react';
import type { SaveState } from '#lib/client/kept-ops.ts';
import { shownWorksheet } from './shown-worksheet.ts';

/**
 * Ways to other pages. While the server is away they end on the browser's own page of errors, from which nothing leads
 * back: somebody who goes one anyhow stays, and is told why.
 */
const HELD = 'plumbline-way-held';

export function isAway({ kind }: SaveState): boolean {
  return kind === 'offline' || kind === 'not-saved';
}

/** Whether a way that the server would have to open is closed for now; whoever went it is told. */
export function holdWay(): boolean {
  const outbox = shownWorksheet()?.outbox;
  const held = outbox !== undefined && isAway(outbox.state);
  if (held) document.dispatchEvent(new Event(HELD));
  return held;
}

/** Holds links too while the server is away. The answer says whether somebody has tried one. */
export function useHeldWays(away: boolean): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!away) return;
    const note = () => setHeld(true);
    const hold = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      // Pages of the worksheet have opened by now, without the server.
      if (link === null || event.defaultPrevented || !leavesThisPage(link, event)) return;
      event.preventDefault();
      event.stopPropagation();
      note();
    };
    document.addEventListener('click', hold, { capture: true });
    document.addEventListener(HELD, note);
    return () => {
      document.removeEventListener('click', hold, { capture: true });
      document.removeEventListener(HELD, note);
      setHeld(false);
    };
  }, [away]);
  return held;
}

/** What opens in another tab, or is a download, leaves this page where it is. */
function leavesThisPage(link: HTMLAnchorElement, { button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  const elsewhere = button !== 0 || ctrlKey || metaKey || shiftKey || link.target === '_blank' || link.download !== '';
  const { pathname, search } = location;
  return !elsewhere && link.href !== '' && (link.pathname !== pathname || link.search !== search);
}
