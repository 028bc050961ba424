'use client';

import { useEffect } from 'react';

import { Button } from './button.tsx';

interface UndoNoteProps {
  /** What happened: "Metric deleted." */
  readonly children: string;
  /** Absent where it cannot be taken back. */
  readonly onUndo?: (() => void) | undefined;
  readonly onExpire: () => void;
}

const SHOWN_MS = 10_000;

/** The only message that floats: what was just done can be taken back for ten seconds. */
export function UndoNote({ children, onUndo, onExpire }: UndoNoteProps) {
  useEffect(() => {
    const timer = setTimeout(onExpire, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [onExpire]);
  return (
    <output className="screen-only fixed bottom-4 left-1/2 z-20 flex w-max max-w-[calc(100vw-1rem)] max-sm:bottom-16 -translate-x-1/2 items-center gap-4 rounded-control border border-edge bg-sheet px-4 py-2 shadow-overlay">
      {children}
      {onUndo === undefined ? null : (
        <Button look="quiet" size="compact" onClick={onUndo}>
          Undo
        </Button>
      )}
    </output>
  );
}
