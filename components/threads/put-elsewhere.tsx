'use client';

import { useEditing } from '#components/forms/editing.ts';
import { Button } from '#components/ui/button.tsx';
import { editsSent } from '#components/worksheets/edits-sent.ts';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import type { AskedPlace } from '#lib/domain/threads/anchor-at.ts';
import { useAct } from './use-act.ts';
import { useThreads } from './use-threads.ts';

/** Puts the thread that is being moved on a place, and offers the way back. */
export function usePut(): (place: AskedPlace) => void {
  const desk = useThreads();
  const { outbox } = useWorksheet();
  const { announce } = useEditing();
  const act = useAct();
  return (place) =>
    act(async () => {
      const number = desk.moving;
      // The place is looked up in what the server has.
      await editsSent(outbox);
      await desk.put(place);
      if (number !== null) announce(`Thread ${number} stands here now.`);
    });
}

/** Where one is while a thread is being put elsewhere: here, or on. */
export function PutElsewhere({ path }: { readonly path: string }) {
  const desk = useThreads();
  const put = usePut();
  if (desk.moving === null) return null;
  return (
    <div role="status" className="flex flex-col gap-2 border-l-2 border-accent pl-3">
      <p className="text-ink-2">
        Thread #{desk.moving} is being put elsewhere. Go to a field, or mark words in Read, and put it there.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="compact" onClick={() => put({ path })}>
          {path === '' ? 'Put it on the whole document' : 'Put it here'}
        </Button>
        <Button size="compact" look="quiet" onClick={() => desk.move(null)}>
          Leave it where it is
        </Button>
      </div>
    </div>
  );
}
