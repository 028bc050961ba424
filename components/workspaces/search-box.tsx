'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';

import { Icon } from '#components/ui/icon.tsx';

/** One box that searches, reached from everywhere with Ctrl or ⌘ and K. It is a plain form: it works before scripts do. */
export function SearchBox({ action }: { action: string }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <form role="search" aria-label="Everywhere" action={action} className="relative min-w-0">
      <Icon of={Search} className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-ink-2" />
      <input
        ref={box}
        type="search"
        name="text"
        aria-label="Search"
        aria-keyshortcuts="Control+K Meta+K"
        placeholder="Search"
        autoComplete="off"
        className="h-7.5 w-9 rounded-control border border-transparent bg-transparent pr-2 pl-8 text-t-2 transition-[width] duration-[120ms] ease-out focus:w-40 focus:border-edge focus:bg-sheet md:w-56 md:border-edge md:bg-sheet md:pr-16 md:focus:w-56 pointer-coarse:h-11"
      />
      <kbd
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 hidden -translate-y-1/2 font-sans text-t-0 text-ink-3 md:block"
      >
        Ctrl K
      </kbd>
    </form>
  );
}
