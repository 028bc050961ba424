'use client';

import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { KeptOp } from '#lib/client/kept-ops.ts';
import { shownJson } from './shown-json.ts';
import { FieldLink } from './field-link.tsx';
import { pathWords } from './path-words.ts';
import { CONFLICTS, useWorksheet } from './worksheet-context.ts';

/** Edits that could not be taken in, as one list: what was typed here, what stands there, and which to keep. */
export function ConflictList({ refused }: { readonly refused: readonly KeptOp[] }) {
  const count = refused.length === 1 ? '1 of your edits' : `${refused.length} of your edits`;
  return (
    <Banner tone="warning" live>
      <h2 id={CONFLICTS} tabIndex={-1} className="scroll-mt-24 font-semibold">
        {count} could not be taken in. Nothing is lost.
      </h2>
      <ul className="mt-1">
        {refused.map((entry) => (
          <Conflict key={entry.op.id} entry={entry} />
        ))}
      </ul>
    </Banner>
  );
}

function Conflict({ entry }: { readonly entry: KeptOp }) {
  const { store, outbox } = useWorksheet();
  const { op, outcome } = entry;
  const yours =
    op.kind === 'set' ? shownJson(op.value) : { insert: 'Added', remove: 'Deleted', move: 'Moved' }[op.kind];
  const discard = () => void outbox.discard(op.id);
  const keepMine = () => {
    if (op.kind === 'set') store.set(op.path, op.value);
    else if (op.kind === 'remove') store.remove(op.path);
    store.leave();
    discard();
  };
  const canKeep = (op.kind === 'set' || op.kind === 'remove') && outcome?.outcome === 'conflict';
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-hairline py-2">
      <FieldLink path={op.path} className="link">
        {pathWords(op.path, (at) => store.valueAt(at))}
      </FieldLink>
      <span className="min-w-48 flex-1">
        <span className="text-ink-2">Yours: </span>
        {yours}
        {outcome?.outcome === 'conflict' ? (
          <>
            <span className="text-ink-2"> · Theirs: </span>
            {shownJson(outcome.current ?? null)}
          </>
        ) : (
          <span className="text-ink-2"> · {outcome?.reason}</span>
        )}
      </span>
      <span className="flex gap-2">
        {canKeep ? (
          <Button size="compact" onClick={keepMine}>
            Keep yours
          </Button>
        ) : null}
        <Button size="compact" onClick={discard}>
          {canKeep ? 'Keep theirs' : 'Discard'}
        </Button>
      </span>
    </li>
  );
}
