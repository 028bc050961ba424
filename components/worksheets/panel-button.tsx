'use client';

import { Button } from '#components/ui/button.tsx';
import { usePanel } from './panel-state.ts';

/** Where the panel has no place beside the sheet and there is no bar below it. */
export function PanelButton() {
  const panel = usePanel();
  return (
    <div className="screen-only float-right py-0.75 max-sm:hidden lg:hidden">
      <Button
        size="compact"
        look="quiet"
        aria-expanded={panel.open}
        aria-controls="panel"
        onClick={() => (panel.open ? panel.close() : panel.show(panel.view))}
      >
        About this field
      </Button>
    </div>
  );
}
