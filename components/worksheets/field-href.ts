'use client';

import { usePathname } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { writePlace } from './item-address.ts';
import { useWorksheet } from './worksheet-context.ts';

/** Leads to a field in the mode one is in. */
export function useFieldHref(): (path: string) => string {
  const { facts } = useWorksheet();
  const mode = useMode();
  return (path) =>
    mode === 'read'
      ? paths.document({ ...facts.address, field: path })
      : paths.write({ ...facts.address, ...writePlace(facts.summaries, path) });
}

export type Mode = 'read' | 'write' | 'other';

const OTHER_PAGES: readonly string[] = [
  'history',
  'export',
  'settings',
  'review',
  'decisions',
  'interview',
  'question',
];

/** Told from the address: what stands after that of the project. */
export function useMode(): Mode {
  const { facts } = useWorksheet();
  const rest = usePathname().slice(paths.document(facts.address).length + 1);
  const page = rest.split('/')[0] ?? '';
  if (page === 'write') return 'write';
  return OTHER_PAGES.includes(page) ? 'other' : 'read';
}
