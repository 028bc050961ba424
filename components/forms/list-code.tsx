'use client';

import type { ReactNode } from 'react';
import { ListGrid, type ListGridProps } from './list-grid.tsx';
import { DrawList } from './list-here.tsx';

/** Stands around what holds a list, so that pages without one need not wait for the code of lists. */
export function WithListCode({ children }: { readonly children: ReactNode }) {
  return <DrawList value={drawList}>{children}</DrawList>;
}

function drawList(props: ListGridProps): ReactNode {
  return <ListGrid {...props} />;
}
