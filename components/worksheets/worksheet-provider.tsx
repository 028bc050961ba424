'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { EditingContext, type Editing } from '#components/forms/editing.ts';
import { fetchLateParts, latePart } from '#components/forms/late.tsx';
import { parentPath } from '#lib/domain/worksheets/draft-path.ts';
import { paths } from '#lib/paths.ts';
import { useOpen } from './field-href.ts';
import { itemSegment } from './item-address.ts';
import { TrialPart } from './late-trial.tsx';
import { showWorksheet } from './shown-worksheet.ts';
import { makeWorksheet, type FirstState } from './start-worksheet.ts';
import { WorksheetContext, type ProjectFacts } from './worksheet-context.ts';

const UndoNote = latePart(async () => (await import('#components/ui/undo-note.tsx')).UndoNote);

interface WorksheetProviderProps {
  readonly facts: ProjectFacts;
  readonly first: FirstState;
  readonly children: ReactNode;
}

/** What was done just now, and how it is taken back. */
interface Note {
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

/** Keeps one worksheet open over all pages of its project: its edits, its checks, its connection. */
export function WorksheetProvider({ facts, first, children }: WorksheetProviderProps) {
  const router = useRouter();
  const open = useOpen();
  const [{ parts, start }] = useState(() => makeWorksheet(facts, first));
  const [note, setNote] = useState<Note | null>(null);
  useEffect(() => start(() => router.refresh()), [start, router]);
  useEffect(() => showWorksheet({ ...parts, facts }), [parts, facts]);

  const editing = useMemo((): Editing => {
    const { store, outbox, assessor, trial } = parts;
    const { address, locked, people, owners, today } = facts;
    return {
      subscribe: store.subscribe,
      valueAt: (path) => store.valueAt(path),
      set: (path, value) => store.set(path, value),
      insert: (list, value, after) => store.insert(list, value, after),
      remove: (path) => store.remove(path),
      move: (path, after) => store.move(path, after),
      leave: () => {
        store.endBurst();
        if (outbox.kept.length > 0) outbox.flush();
        assessor.settle();
      },
      trial,
      tryValue: async (path, boxId, typed) => {
        const means = await Promise.all([import('./trial-part.tsx'), fetchLateParts()]).catch(() => null);
        means?.[0].tryIn({ ...parts, facts }, { path, boxId, typed });
        return means !== null;
      },
      locked,
      people,
      finderOf: (path) => {
        const owner = owners[path.split('.', 1)[0] ?? ''];
        return owner?.gone === null ? owner.name : null;
      },
      today,
      findPeople: async (text) => (await import('./questions-to-people.ts')).findPeople(address, text),
      ask: async (path, question) => (await import('./questions-to-people.ts')).askSomebody(parts, path, question),
      questionHref: (path) => paths.question({ ...address, field: path }),
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
      announceRemoval: (text) => setNote({ text, undo: () => store.undo() }),
      announce: (text, undo) => setNote({ text, undo }),
    };
  }, [parts, facts, open]);

  return (
    <WorksheetContext value={{ ...parts, facts }}>
      <EditingContext value={editing}>
        {children}
        <TrialPart of="project" />
        {note === null ? null : (
          <UndoNote
            key={note.text}
            onUndo={
              note.undo &&
              (() => {
                setNote(null);
                note.undo?.();
              })
            }
            onExpire={() => setNote(null)}
          >
            {note.text}
          </UndoNote>
        )}
      </EditingContext>
    </WorksheetContext>
  );
}
