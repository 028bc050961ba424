'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { UndoNote } from '#components/ui/undo-note.tsx';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import type { MomentDifference } from '#lib/domain/worksheets/comparison.ts';
import { restoringEdits } from '#lib/domain/worksheets/restore.ts';

interface RestoreFormProps {
  readonly differences: readonly MomentDifference[];
  /** The moment whose values come back, in words. */
  readonly moment: string;
  /** The list of differences, each with a checkbox named ‘restore’ that holds its path. */
  readonly children: ReactNode;
}

/** Writes old values as new edits: nothing of what came since is lost, and the history tells of it. */
export function RestoreForm({ differences, moment, children }: RestoreFormProps) {
  const { facts, store, outbox } = useWorksheet();
  const router = useRouter();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const [restored, setRestored] = useState<number | null>(null);

  // What the server has taken in is no difference any more.
  useEffect(() => outbox.onAnswer(() => router.refresh()), [outbox, router]);

  function choose({ currentTarget }: SyntheticEvent<HTMLFormElement>) {
    setChosen(new FormData(currentTarget).getAll('restore').map(String));
  }

  function restore() {
    const edits = restoringEdits(
      store.sections,
      differences.filter(({ path }) => chosen.includes(path)),
    );
    for (const edit of edits) {
      if (edit.kind === 'set') store.set(edit.path, edit.value);
      else if (edit.kind === 'insert') store.insert(edit.path, edit.value, edit.after);
      else if (edit.kind === 'move') store.move(edit.path, edit.after);
      else store.remove(edit.path);
    }
    outbox.flush();
    setAsking(false);
    setRestored(edits.length);
  }

  function undo(edits: number) {
    for (let step = 0; step < edits; step += 1) store.undo();
    outbox.flush();
    setRestored(null);
  }

  const fields = chosen.length === 1 ? '1 field' : `${chosen.length} fields`;
  return (
    <form
      onChange={choose}
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
    >
      {children}
      <div className="screen-only sticky bottom-0 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-edge bg-page py-3">
        <span className="text-ink-2" aria-live="polite">
          {chosen.length === 0 ? 'Choose what should be as it was.' : `${fields} chosen`}
        </span>
        <Button
          type="submit"
          look="primary"
          disabledReason={facts.locked ?? (chosen.length === 0 ? 'Choose a field first.' : undefined)}
        >
          Restore these fields
        </Button>
      </div>
      <Dialog open={asking} title={`Restore ${fields}?`} onClose={() => setAsking(false)}>
        <p>
          {chosen.length === 1 ? 'Its value' : 'Their values'} of {moment} {chosen.length === 1 ? 'is' : 'are'} written
          as new edits. What stands there now stays in the history, and Undo brings it back.
        </p>
        <div className="mt-6 flex justify-end gap-3">
          <Button onClick={() => setAsking(false)}>Cancel</Button>
          <Button look="primary" onClick={restore}>
            Restore
          </Button>
        </div>
      </Dialog>
      {restored === null ? null : (
        <UndoNote onUndo={() => undo(restored)} onExpire={() => setRestored(null)}>
          {restored === 0 ? 'Nothing to restore: it is so already.' : 'Restored.'}
        </UndoNote>
      )}
    </form>
  );
}
