'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState, type ComponentType, type MouseEvent } from 'react';

import type { PaletteProps } from '#components/search/palette.tsx';
import { Icon } from '#components/ui/icon.tsx';

import { AppLink } from './app-link.tsx';

interface SearchBoxProps extends Pick<PaletteProps, 'workspace' | 'workspaces'> {
  /** The page of results, which the box leads to where scripts do not work, or the palette cannot be fetched. */
  readonly action: string;
}

interface OpenPalette {
  readonly Part: ComponentType<PaletteProps>;
  readonly typed: () => string;
  /** Tells one opening from the next. */
  readonly opening: number;
}

/** Opens the palette, from everywhere with Ctrl or ⌘ and K. What makes it up is fetched when it is first wanted. */
export function SearchBox({ action, workspace, workspaces }: SearchBoxProps) {
  const box = useRef<HTMLAnchorElement>(null);
  const [palette, setPalette] = useState<OpenPalette | null>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      if (document.querySelector('dialog[open]') === null) box.current?.click();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const typed = catchLetters();
    import('#components/search/palette.tsx').then(
      ({ Palette }) => setPalette((last) => ({ Part: Palette, typed, opening: (last?.opening ?? 0) + 1 })),
      () => {
        typed();
        location.assign(action);
      },
    );
  }

  return (
    <>
      <AppLink
        ref={box}
        href={action}
        onClick={open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-7.5 min-w-9 items-center justify-center gap-2 rounded-control border border-transparent px-2 text-ink-2 hover:text-accent md:w-56 md:justify-start md:border-edge md:bg-sheet pointer-coarse:h-11 pointer-coarse:min-w-11"
      >
        <Icon of={Search} />
        <span className="max-md:sr-only">Search or go to</span>
        <kbd aria-hidden className="ml-auto hidden font-sans text-t-0 text-ink-3 md:block">
          Ctrl K
        </kbd>
      </AppLink>
      {palette === null ? null : (
        <palette.Part
          workspace={workspace}
          workspaces={workspaces}
          key={palette.opening}
          typed={palette.typed}
          // The browser tells of the last one’s end when the next may be open already.
          onClose={() => setPalette((now) => (now === palette ? null : now))}
        />
      )}
    </>
  );
}

/**
 * Whoever goes on typing while the palette is fetched and drawn types into it, and not into the field they came from.
 * The answer ends it and says, once, what was typed.
 */
function catchLetters(): () => string {
  let typed = '';
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || (event.key.length !== 1 && event.key !== 'Enter')) return;
    if (event.key !== 'Enter') typed += event.key;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('keydown', onKey, true);
  return () => {
    window.removeEventListener('keydown', onKey, true);
    const caught = typed;
    typed = '';
    return caught;
  };
}
