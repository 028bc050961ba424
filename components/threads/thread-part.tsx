'use client';

import { FieldThreads } from './field-threads.tsx';
import { PassageMarks } from './passage-marks.tsx';
import { ThreadDots } from './thread-dots.tsx';
import { useThreads } from './use-threads.ts';
import { WholeThreads } from './whole-threads.tsx';

type ThreadPartProps =
  /** In the panel of a field. */
  | { readonly of: 'field'; readonly path: string }
  /** In the panel of the whole worksheet. */
  | { readonly of: 'whole' }
  /** Over the sheet in Read: passages that threads are on, and a button beside what is marked. */
  | { readonly of: 'passages' }
  /** How many are open. */
  | { readonly of: 'count' }
  /** Beside the sheet. */
  | { readonly of: 'plumb-line'; readonly onDrawn: () => void };

export function ThreadPart(props: ThreadPartProps) {
  switch (props.of) {
    case 'field':
      return <FieldThreads path={props.path} />;
    case 'whole':
      return <WholeThreads />;
    case 'passages':
      return <PassageMarks />;
    case 'count':
      return <OpenCount />;
    case 'plumb-line':
      return <ThreadDots onDrawn={props.onDrawn} />;
  }
}

function OpenCount() {
  const { lines, open } = useThreads();
  return lines === null ? null : <span>{open.length}</span>;
}
