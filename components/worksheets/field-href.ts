'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { paths } from '#lib/paths.ts';
import { writePlace } from './item-address.ts';
import { openInPlace } from './in-place.ts';
import { goToPlace, hasRoomForGrids } from './place-of.ts';
import { useShownPage } from './shown-page.ts';
import { holdWay } from './ways.ts';
import { useWorksheet } from './worksheet-context.ts';

/** Leads to a field in the mode one is in. */
export function useFieldHref(): (path: string) => string {
  const { facts } = useWorksheet();
  const { mode } = useShownPage();
  return (path) =>
    mode === 'read'
      ? paths.document({ ...facts.address, field: path })
      : paths.write({ ...facts.address, ...writePlace(facts.summaries, path) });
}

/** Goes to a page of the product; to one of the worksheet without asking the server, where that is possible. */
export function useOpen(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => {
      if (!openInPlace(href) && !holdWay()) router.push(href);
    },
    [router],
  );
}

/** Goes to a field: on this page by moving the cursor there, else to the page that holds it. */
export function useGoToField(): (path: string, mode?: 'read' | 'write') => void {
  const { facts } = useWorksheet();
  const { mode: here } = useShownPage();
  const open = useOpen();
  return (path, mode = here === 'read' ? 'read' : 'write') => {
    if (mode === here && goToPlace(path)) return;
    open(
      mode === 'read'
        ? paths.document({ ...facts.address, field: path })
        : paths.write({ ...facts.address, ...writePlace(facts.summaries, path, !hasRoomForGrids()) }),
    );
  };
}
