'use client';

import { Pin, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { latePart } from '#components/forms/late.tsx';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { usePanel, type PanelView as View } from './panel-state.ts';
import { useCurrentPath, useWorksheet } from './worksheet-context.ts';

// What fills the panel needs the definition, which the sheet does without: it comes once the page works.
const PanelView = latePart(async () => (await import('./panel-view.tsx')).PanelView);

const VIEWS: readonly { readonly view: View; readonly label: string }[] = [
  { view: 'field', label: 'This field' },
  { view: 'whole', label: 'Whole worksheet' },
];

/**
 * What there is to know about the field one is at, or about the whole. It follows the cursor and never takes focus;
 * under 1200 px it lies over the sheet, under 640 px it comes from below.
 */
export function Panel() {
  const panel = usePanel();
  const { current } = useWorksheet();
  const path = useCurrentPath();
  const pinned = useSyncExternalStore(
    current.subscribe,
    () => current.pinned,
    () => false,
  );
  return (
    <aside
      id="panel"
      aria-label="About this field"
      tabIndex={-1}
      className={classNames(
        'screen-only overflow-y-auto bg-page lg:sticky lg:top-23 lg:block lg:h-[calc(100dvh-5.75rem)] lg:border-l lg:border-hairline',
        'max-lg:fixed max-lg:z-20 max-lg:border max-lg:border-edge max-lg:shadow-overlay',
        'max-lg:top-23 max-lg:right-0 max-lg:bottom-0 max-lg:w-90 max-lg:max-w-full',
        'max-sm:top-auto max-sm:bottom-12 max-sm:max-h-[70dvh] max-sm:w-full max-sm:border-x-0',
        panel.open ? 'max-lg:block' : 'max-lg:hidden',
      )}
    >
      <div className="sticky top-0 z-1 flex items-center gap-1 border-b border-hairline bg-page px-4">
        {VIEWS.map(({ view, label }) => (
          <button
            key={view}
            type="button"
            aria-pressed={panel.view === view}
            onClick={() => panel.show(view)}
            className={classNames(
              'mr-3 h-9 border-b-2 text-t-1 pointer-coarse:h-11',
              panel.view === view ? 'border-accent font-semibold' : 'border-transparent text-ink-2 hover:text-accent',
            )}
          >
            {label}
          </button>
        ))}
        <span className="ml-auto flex">
          <Button
            look="quiet"
            size="compact"
            aria-label="Keep this field here"
            aria-pressed={pinned}
            className={classNames('px-1!', pinned && 'bg-accent-soft')}
            onClick={() => current.pin(!pinned)}
          >
            <Icon of={Pin} />
          </Button>
          <Button look="quiet" size="compact" aria-label="Close" className="px-1! lg:hidden" onClick={panel.close}>
            <Icon of={X} />
          </Button>
        </span>
      </div>
      <div className="px-4 pt-3 pb-12">
        {panel.view === 'field' && path === null ? <NoField /> : <PanelView view={panel.view} path={path ?? ''} />}
      </div>
    </aside>
  );
}

function NoField() {
  return <p className="text-t-1 text-ink-2">Go to a field, and what is known about it is shown here.</p>;
}
