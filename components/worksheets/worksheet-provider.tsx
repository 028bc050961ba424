'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { latePart } from '#components/forms/late.tsx';
import { EditingContext, type Editing } from '#components/forms/editing.ts';
import { parentPath } from '#lib/domain/worksheets/draft-path.ts';
import { paths } from '#lib/paths.ts';
import { useOpen } from './field-href.ts';
import { itemSegment } from './item-address.ts';
import { showWorksheet } from './shown-worksheet.ts';
import { makeWorksheet, type FirstState } from './start-worksheet.ts';
import { WorksheetContext, type ProjectFacts } from './worksheet-context.ts';

const UndoNote = latePart(async () => (await import('#components/ui/undo-note.tsx')).UndoNote);

interface WorksheetProviderProps {
  readonly facts: ProjectFacts;
  readonly first: FirstState;
  readonly children: ReactNode;
}

/** Keeps one worksheet open over all pages of its project: its edits, its checks, its connection. */
export function WorksheetProvider({ facts, first, children }: WorksheetProviderProps) {
  const router = useRouter();
  const open = useOpen();
  const [{ parts, start }] = useState(() => makeWorksheet(facts, first));
  const [removed, setRemoved] = useState<string | null>(null);
  useEffect(() => start(() => router.refresh()), [start, router]);
  useEffect(() => showWorksheet({ ...parts, facts }), [parts, facts]);

  const editing = useMemo((): Editing => {
    const { store, outbox, assessor } = parts;
    const { address, locked, people } = facts;
    return {
      subscribe: store.subscribe,
      valueAt: (path) => store.valueAt(path),
      set: (path, value) => store.set(path, value),
      insert: (list, value, after) => store.insert(list, value, after),
      remove: (path) => store.remove(path),
      move: (path, after) => store.move(path, after),
      leave: () => {
        if (outbox.kept.length > 0) outbox.flush();
        assessor.settle();
      },
      locked,
      people,
      sendImage: async (image, sending) =>
        (await import('#lib/client/send-image.ts')).sendImage(address, image, sending),
      itemHref: (path) => {
        const [section = ''] = path.split('.');
        return paths.write({ ...address, section, item: itemSegment(path) });
      },
      openOnItemPage: (path) => {
        const [section = ''] = path.split('.');
        open(paths.write({ ...address, section, item: itemSegment(parentPath(path)), field: path }));
      },
      referrers: async (path) => (await import('./referrers.ts')).referrersOf(store.sections, path),
      announceRemoval: setRemoved,
    };
  }, [parts, facts, open]);

  return (
    <WorksheetContext value={{ ...parts, facts }}>
      <EditingContext value={editing}>
        {children}
        {removed === null ? null : (
          <UndoNote
            onUndo={() => {
              parts.store.undo();
              setRemoved(null);
            }}
            onExpire={() => setRemoved(null)}
          >
            {removed}
          </UndoNote>
        )}
      </EditingContext>
    </WorksheetContext>
  );
}
