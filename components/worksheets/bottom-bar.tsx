'use client';

import { standing, worstFirst } from '#components/checks/findings-at.ts';
import { ThreadPart } from '#components/threads/late-threads.tsx';
import { Mark } from '#components/ui/mark.tsx';
import { AppLink } from '#components/workspaces/app-link.tsx';
import { useModeSwitch } from './mode-switch.ts';
import { usePanel, type PanelView } from './panel-state.ts';
import { useShown } from './worksheet-context.ts';

/** At the foot of a narrow screen: the two modes, what there is about a field, the findings and the threads. */
export function BottomBar({ mode }: { readonly mode: 'read' | 'write' }) {
  const { findings } = useShown();
  const panel = usePanel();
  const { read, write } = useModeSwitch();
  const standingNow = worstFirst(standing(findings));
  const worst = standingNow[0]?.finding.severity;
  const toggle = (view: PanelView) => (panel.open && panel.view === view ? panel.close() : panel.show(view));
  const toThreads = () => {
    panel.show('whole');
    // Once the panel is drawn.
    requestAnimationFrame(() => document.getElementById('panel-threads')?.scrollIntoView());
  };
  const look =
    'flex h-12 flex-auto items-center justify-center gap-1 px-1 text-t-1 aria-[current]:font-semibold aria-[current]:text-accent';
  return (
    <nav
      aria-label="Modes, findings and threads"
      className="screen-only fixed inset-x-0 bottom-0 z-10 flex border-t border-hairline bg-page sm:hidden"
    >
      <AppLink href={read} aria-current={mode === 'read' ? 'page' : undefined} className={look}>
        Read
      </AppLink>
      <AppLink href={write} aria-current={mode === 'write' ? 'page' : undefined} className={look}>
        Write
      </AppLink>
      <button type="button" onClick={() => toggle('field')} className={look}>
        About
      </button>
      <button type="button" onClick={() => toggle('whole')} className={look}>
        {worst === undefined ? null : <Mark of={worst} />}
        {standingNow.length === 1 ? '1 finding' : `${standingNow.length} findings`}
      </button>
      <button type="button" onClick={toThreads} className={look}>
        Threads
        <ThreadPart of="count" />
      </button>
    </nav>
  );
}
