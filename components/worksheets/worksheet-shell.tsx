'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ThreadPart } from '#components/threads/late-threads.tsx';
import { latePart } from '#components/forms/late.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Announcer } from './announcer.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { GoToHash } from './go-to-hash.tsx';
import { Panel } from './panel.tsx';
import { PanelButton } from './panel-button.tsx';
import { PanelContext, type PanelPart, type PanelState, type PanelView } from './panel-state.ts';
import { PlumbLine } from './plumb-line.tsx';
import { SectionMenu } from './section-menu.tsx';
import { SectionNav } from './section-nav.tsx';
import { useWorksheet } from './worksheet-context.ts';

// Keys are for whoever has looked at the page: they come once it works.
const Shortcuts = latePart(async () => (await import('./shortcuts.tsx')).Shortcuts);

interface WorksheetShellProps {
  readonly mode: 'read' | 'write';
  readonly children: ReactNode;
}

/** Sections, plumb line, sheet, panel: the frame that Read and Write share. */
export function WorksheetShell({ mode, children }: WorksheetShellProps) {
  const { current } = useWorksheet();
  const wanted = useSearchParams().get('panel');
  const [view, setView] = useState<PanelView>(wanted === null || wanted === 'field' ? 'field' : 'whole');
  const [part, setPart] = useState<PanelPart | null>(wanted === 'open' ? 'open' : null);
  const [open, setOpen] = useState(wanted !== null);
  const sheet = useRef<HTMLElement>(null);
  const panel = useMemo(
    (): PanelState => ({
      view,
      open,
      part,
      show: (next, nextPart) => {
        setView(next);
        setPart(nextPart ?? null);
        setOpen(true);
      },
      close: () => setOpen(false),
    }),
    [view, open, part],
  );

  // What has the focus says which field one is at; the panel and the plumb line follow it.
  useEffect(() => {
    const element = sheet.current;
    const follow = ({ target }: FocusEvent) => {
      const field = target instanceof Element ? target.closest<HTMLElement>('[data-field]') : null;
      if (field !== null) current.follow(field.dataset['field'] ?? null);
    };
    element?.addEventListener('focusin', follow);
    return () => element?.removeEventListener('focusin', follow);
  }, [current]);

  return (
    <PanelContext value={panel}>
      <div
        className={classNames(
          'grid md:grid-cols-[14.5rem_1rem_minmax(0,1fr)] lg:grid-cols-[14.5rem_1rem_minmax(0,1fr)_clamp(20rem,25vw,22.5rem)]',
          'print:block',
        )}
      >
        <div className="screen-only hidden md:sticky md:top-23 md:block md:h-[calc(100dvh-5.75rem)] md:overflow-y-auto">
          <SectionNav mode={mode} />
        </div>
        <PlumbLine sheet={sheet} />
        <main
          ref={sheet}
          id="main"
          className="@container min-h-[calc(100dvh-5.75rem)] min-w-0 bg-sheet px-4 py-6 max-sm:pb-24 sm:px-8 lg:px-12 print:bg-transparent print:p-0"
        >
          {/* Wide lists go on beyond the measure, up to a rem from the edge of the sheet. */}
          <div className="mx-auto max-w-measure sm:[--beyond-measure:calc((100%-100cqi)/2-1rem)] lg:[--beyond-measure:calc((100%-100cqi)/2-2rem)]">
            <SectionMenu mode={mode} />
            <PanelButton />
            {children}
            <GoToHash />
          </div>
        </main>
        <Panel />
      </div>
      <BottomBar mode={mode} />
      <Announcer />
      <Shortcuts mode={mode} />
      {mode === 'read' ? <ThreadPart of="passages" /> : null}
    </PanelContext>
  );
}
