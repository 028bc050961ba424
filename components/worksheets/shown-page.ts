'use client';

import { usePathname } from 'next/navigation';
import { paths } from '#lib/paths.ts';
import { useWorksheet } from './worksheet-context.ts';

export type Mode = 'read' | 'write' | 'other';

export interface ShownPage {
  readonly mode: Mode;
  /** Key of the section whose page this is. */
  readonly section?: string;
  /** What stands for the item in the address, where the page is that of one. */
  readonly item?: string;
}

const OTHER_PAGES: readonly string[] = [
  'history',
  'export',
  'settings',
  'review',
  'decisions',
  'threads',
  'interview',
  'question',
];

/** Which page of the project one is on, told from what stands after the project in the address. */
export function pageAt(pathname: string, project: string): ShownPage {
  const [first = '', ...rest] = pathname
    .slice(project.length + 1)
    .split('/')
    .map(decodeURIComponent);
  if (OTHER_PAGES.includes(first)) return { mode: 'other' };
  const [section = '', item] = first === 'write' ? rest : [first];
  return {
    mode: first === 'write' ? 'write' : 'read',
    ...(section !== '' && { section }),
    ...(item !== undefined && { item }),
  };
}

export function useShownPage(): ShownPage {
  const { facts } = useWorksheet();
  return pageAt(usePathname(), paths.document(facts.address));
}
