import { classNames } from './class-names.ts';
import { Mark, type MarkKind } from './mark.tsx';

export type SaveKind = 'saved' | 'saving' | 'offline' | 'failed' | 'signed-out';

const MARKS: Readonly<Record<SaveKind, MarkKind | null>> = {
  saved: null,
  saving: null,
  offline: 'waiting',
  failed: 'error',
  'signed-out': 'warning',
};

/**
 * Where edits stand: "Saved 14:02", "Saving", "Offline, 3 kept". Its width is fixed, so that nothing beside it moves;
 * it speaks up only when saving fails.
 */
export function SaveState({ kind, children }: { kind: SaveKind; children: string }) {
  const mark = MARKS[kind];
  return (
    <span
      role={mark ? 'status' : undefined}
      className={classNames(
        'inline-flex w-36 items-center justify-end gap-1 text-t-1 whitespace-nowrap',
        kind === 'failed' ? 'text-error' : 'text-ink-2',
      )}
    >
      {mark ? <Mark of={mark} /> : null}
      {children}
    </span>
  );
}
