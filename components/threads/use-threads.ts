'use client';

import { useSyncExternalStore } from 'react';
import { useWorksheet, type WorksheetParts } from '#components/worksheets/worksheet-context.ts';
import { ThreadDesk } from './thread-desk.ts';

const desks = new WeakMap<WorksheetParts['store'], ThreadDesk>();

/** The threads of an open worksheet; they are asked for when somebody first asks here. */
function deskOf(parts: WorksheetParts): ThreadDesk {
  const known = desks.get(parts.store);
  if (known !== undefined) return known;
  const desk = new ThreadDesk(parts);
  desks.set(parts.store, desk);
  return desk;
}

/** The same for a component, which renders again at every change. */
export function useThreads(): ThreadDesk {
  const desk = deskOf(useWorksheet());
  useSyncExternalStore(
    desk.subscribe,
    () => desk.version,
    () => 0,
  );
  return desk;
}
