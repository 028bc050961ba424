'use client';

import { FieldPanel } from './field-panel.tsx';
import type { PanelView as View } from './panel-state.ts';
import { WholePanel } from './whole-panel.tsx';

/** What fills the panel, in one piece: both views hold the cards of findings, which would be shipped twice otherwise. */
export function PanelView({ view, path }: { readonly view: View; readonly path: string }) {
  return view === 'whole' ? <WholePanel /> : <FieldPanel key={path} path={path} />;
}
