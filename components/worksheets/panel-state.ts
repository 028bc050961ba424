'use client';

import { createContext, useContext } from 'react';

export type PanelView = 'field' | 'whole';

export type PanelPart = 'open';

export interface PanelState {
  readonly view: PanelView;
  /** Only where the panel lies over the sheet; on wide screens it always stands beside it. */
  readonly open: boolean;
  /** What of the whole was asked for; it is brought into view. */
  readonly part: PanelPart | null;
  readonly show: (view: PanelView, part?: PanelPart) => void;
  readonly close: () => void;
}

export const PanelContext = createContext<PanelState | null>(null);

export function usePanel(): PanelState {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error('There is no panel here');
  return panel;
}
