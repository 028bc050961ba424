'use client';

import { paths } from '#lib/paths.ts';
import { writePlace } from './item-address.ts';
import { useShownPage } from './shown-page.ts';
import { useCurrentPath, useWorksheet } from './worksheet-context.ts';

/** The addresses of the field one is at, or of the section, in both modes. */
export function useModeSwitch(): { readonly read: string; readonly write: string } {
  const { facts } = useWorksheet();
  const path = useCurrentPath();
  const { section: here } = useShownPage();
  if (path === null) {
    const first = facts.sections[0]?.key ?? 'overview';
    return {
      read: paths.document({ ...facts.address, ...(here !== undefined && { field: here }) }),
      write: paths.write({ ...facts.address, section: here ?? first }),
    };
  }
  return {
    read: paths.document({ ...facts.address, field: path }),
    write: paths.write({ ...facts.address, ...writePlace(facts.summaries, path) }),
  };
}
