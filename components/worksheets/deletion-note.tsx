'use client';

import { useEffect, useState } from 'react';
import { useEditing } from '#components/forms/editing.ts';
import { Button } from '#components/ui/button.tsx';
import type { ProjectAddress } from '#lib/client/kept-ops.ts';
import { isJsonObject, type JsonObject } from '#lib/domain/json.ts';
import { insertAgain } from './keep-yours.ts';
import { sinceWords } from './since-words.ts';
import { useNow } from './use-now.ts';
import { useWorksheet } from './worksheet-context.ts';

/** Who deleted an item, when, and the edit that brings it back. */
interface Deletion {
  readonly by: string;
  readonly at: Date;
  readonly restore: JsonObject;
}

/** On the page of an item that is gone: who deleted it, and the way back; said once the log has been asked. */
export function DeletionNote({ path }: { readonly path: string }) {
  const { facts, store } = useWorksheet();
  const editing = useEditing();
  const now = useNow(30_000);
  const [deletion, setDeletion] = useState<Deletion | null>(null);
  useEffect(() => {
    let wanted = true;
    deletionOf(facts.address, path).then(
      (found) => {
        if (wanted) setDeletion(found);
      },
      // Without an answer the page says what it knows.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [facts.address, path]);
  if (deletion === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-4">
      <p>
        {deletion.by} deleted it {sinceWords(deletion.at, now, facts.dates)}.
      </p>
      <Button
        size="compact"
        disabledReason={editing.locked ?? undefined}
        onClick={() => {
          insertAgain(store, deletion.restore);
          store.leave();
        }}
      >
        Restore it
      </Button>
    </div>
  );
}

/** Null where the last that happened to the item was something else: it may have gone with what it lay in. */
async function deletionOf(address: ProjectAddress, path: string): Promise<Deletion | null> {
  const { api } = await import('#lib/client/api.ts');
  const { items } = await api.events.listProject({ ...address, field: path, limit: 1 });
  const [event] = items;
  const { kind, inverse } = event?.payload ?? {};
  const itself = kind === 'remove' && event?.payload['path'] === path;
  if (event === undefined || !itself || !isJsonObject(inverse)) return null;
  return { by: event.actor?.name ?? 'Plumbline', at: event.at, restore: inverse };
}
