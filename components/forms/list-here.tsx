'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { latePart } from './late.tsx';
import type { ListGridProps } from './list-grid.tsx';

/** Draws lists, where the page came with their code. */
export const DrawList = createContext<((props: ListGridProps) => ReactNode) | null>(null);

const LateList = latePart(async () => (await import('./list-grid.tsx')).ListGrid);

/** A list. On a page that came without the code it comes late, and nothing stands in its place until then. */
export function ListHere(props: ListGridProps) {
  const draw = useContext(DrawList);
  return draw === null ? <LateList {...props} /> : draw(props);
}
