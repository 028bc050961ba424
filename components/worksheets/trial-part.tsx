'use client';

import type { DerivedEntry } from '#lib/client/assessment.ts';
import { TrialDesk } from './trial-desk.tsx';
import { GhostMarks, GhostTicks, TrialUnder, WouldBe } from './trial-ghosts.tsx';
import { TrialSection } from './trial-section.tsx';

// Who begins a trial needs all of this, so that it comes with it.
export { tryIn } from './try-in.ts';

type TrialPartProps =
  /** Once a project, whether something is tried or not. */
  | { readonly of: 'project' }
  /** Over all else in the panel. */
  | { readonly of: 'panel' }
  /** Under the box of a field, or the grid of a list. */
  | { readonly of: 'field'; readonly path: string }
  | { readonly of: 'marks'; readonly path: string; readonly exact: boolean }
  | { readonly of: 'derived'; readonly derived: DerivedEntry }
  | { readonly of: 'plumb-line'; readonly onDrawn: () => void };

/** What is shown of a trial at each place of a page. */
export function TrialPart(props: TrialPartProps) {
  switch (props.of) {
    case 'project':
      return <TrialDesk />;
    case 'panel':
      return <TrialSection />;
    case 'field':
      return <TrialUnder path={props.path} />;
    case 'marks':
      return <GhostMarks path={props.path} exact={props.exact} />;
    case 'derived':
      return <WouldBe derived={props.derived} />;
    case 'plumb-line':
      return <GhostTicks onDrawn={props.onDrawn} />;
  }
}
