'use client';

import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { useThreads } from './use-threads.ts';

/** Begins a comment on a place. */
export function BeginButton({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const desk = useThreads();
  const { facts } = useWorksheet();
  return (
    <div>
      <Button
        size="compact"
        data-act="comment"
        disabledReason={facts.archived ? 'This project is archived. Restore it first.' : undefined}
        onClick={() => desk.begin({ path })}
      >
        {children}
      </Button>
    </div>
  );
}
