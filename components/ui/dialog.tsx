'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';

import { Icon } from './icon.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Called on Esc, on the close button and when the form inside is done. */
  readonly onClose: () => void;
}

/** The browser's modal dialog: focus begins in its first box and stays inside, Esc closes, and focus returns to where it came from. */
export function Dialog({ open, title, children, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      // The browser would choose the close button, which stands first.
      element.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select')?.focus();
    }
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className="m-auto w-[min(100%-2rem,32rem)] max-w-none rounded-control border border-edge bg-sheet p-6 text-ink shadow-overlay"
    >
      {open ? (
        <>
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} className="font-serif text-t-4">
              {title}
            </h2>
            <button
              type="button"
              aria-label="Close"
              onClick={onClose}
              className="-m-2 p-2 text-ink-2 hover:text-accent pointer-coarse:p-3"
            >
              <Icon of={X} />
            </button>
          </div>
          {children}
        </>
      ) : null}
    </dialog>
  );
}
