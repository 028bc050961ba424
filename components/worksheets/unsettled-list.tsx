'use client';

import { useState } from 'react';
import { saveFile } from '#components/documents/save-file.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { UndoNote } from '#components/ui/undo-note.tsx';
import { countedEdits, type KeptOp } from '#lib/client/kept-ops.ts';
import { keepYours } from './keep-yours.ts';
import { keptFile } from './kept-text.ts';
import { unsettledIn, type Unsettled } from './unsettled.ts';
import { UnsettledLine } from './unsettled-line.tsx';
import { UNSETTLED, useWorksheet } from './worksheet-context.ts';

/**
 * Edits that wait for their author, as one list: what was typed here, what stands there, and which to keep. Nothing
 * leaves it but by the author’s hand, and that can be undone.
 */
export function UnsettledList({ unsettled }: { readonly unsettled: readonly KeptOp[] }) {
  const { outbox } = useWorksheet();
  const [dropped, setDropped] = useState<readonly KeptOp[]>([]);
  const discard = (entries: readonly KeptOp[]) => {
    setDropped(entries);
    void outbox.discard(entries.map(({ op }) => op.id));
  };
  return (
    <>
      {unsettled.length === 0 ? null : <List unsettled={unsettled} onDiscard={discard} />}
      {dropped.length === 0 ? null : (
        <UndoNote
          key={dropped[0]?.op.id}
          onUndo={() => {
            void outbox.putBack(dropped);
            setDropped([]);
          }}
          onExpire={() => setDropped([])}
        >
          {countedEdits(dropped) === 1 ? 'Edit discarded.' : `${countedEdits(dropped)} edits discarded.`}
        </UndoNote>
      )}
    </>
  );
}

interface ListProps {
  readonly unsettled: readonly KeptOp[];
  readonly onDiscard: (entries: readonly KeptOp[]) => void;
}

function List({ unsettled, onDiscard }: ListProps) {
  const { facts, store, outbox } = useWorksheet();
  const lines = unsettledIn(unsettled);
  const conflicts = lines.filter((line) => line.kind === 'conflict');
  const several = conflicts.length > 1 && facts.locked === null;
  const count = countedEdits(unsettled);
  // What has been made again is an edit of its own, and what it was made from has done its work.
  const done = (entries: readonly KeptOp[]) => {
    store.leave();
    void outbox.discard(entries.map(({ op }) => op.id));
  };
  const keepAll = () => {
    for (const { newest } of conflicts) keepYours(store, newest.op);
    done(entriesOf(conflicts));
  };
  return (
    <Banner tone="warning" live>
      <div className="flex flex-wrap items-center gap-2">
        <h2 id={UNSETTLED} tabIndex={-1} className="mr-auto scroll-mt-24 font-semibold">
          {count} of your edits could not be taken in. Nothing is lost.
        </h2>
        {several ? (
          <>
            <Button size="compact" onClick={keepAll}>
              Keep all of yours
            </Button>
            <Button size="compact" onClick={() => onDiscard(entriesOf(conflicts))}>
              Keep all of theirs
            </Button>
          </>
        ) : null}
        <Button look="quiet" size="compact" onClick={() => saveFile(keptFile(unsettled, (at) => store.valueAt(at)))}>
          Save as a file
        </Button>
      </div>
      <ul className="mt-1">
        {lines.map((line) => (
          <UnsettledLine key={line.key} line={line} onDone={done} onDiscard={onDiscard} />
        ))}
      </ul>
    </Banner>
  );
}

function entriesOf(lines: readonly Unsettled[]): readonly KeptOp[] {
  return lines.flatMap(({ entries }) => entries);
}
