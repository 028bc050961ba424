'use client';

import { useSyncExternalStore } from 'react';
import { useWorksheet } from './worksheet-context.ts';

/** At the label of a field into which somebody else writes at this moment. */
export function WritesHere({ path }: { readonly path: string }) {
  const { company } = useWorksheet();
  const read = () => company.writerAt(path);
  const name = useSyncExternalStore(company.subscribe, read, () => null);
  return name === null ? null : <span className="min-w-0 truncate text-t-1 text-ink-2">{name} writes here</span>;
}
