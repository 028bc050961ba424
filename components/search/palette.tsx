'use client';

import { Search, X } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { signOut } from '#components/sessions/sign-out.ts';
import { Icon } from '#components/ui/icon.tsx';
import { useOpen } from '#components/worksheets/field-href.ts';
import { goToPlace } from '#components/worksheets/place-of.ts';
import { shownWorksheet } from '#components/worksheets/shown-worksheet.ts';
import { foundEntries } from './found-entries.ts';
import { PaletteList } from './palette-list.tsx';
import { matchingEntries, type PaletteEntry } from './palette-entries.ts';
import { placeEntries, searchEntry } from './place-entries.ts';
import { worksheetEntries } from './worksheet-entries.ts';

interface PaletteWorkspace {
  readonly slug: string;
  readonly name: string;
}

export interface PaletteProps {
  /** Absent outside of one: then there is nothing to search in. */
  readonly workspace: PaletteWorkspace | undefined;
  readonly workspaces: readonly PaletteWorkspace[];
  /** What was typed before the box had the focus, said once; from then on the box takes it. */
  readonly typed: () => string;
  readonly onClose: () => void;
}

/** Typing is followed by a question to the server after this pause. */
const PAUSE_MS = 150;

/**
 * Search, go, do. A combobox with a list of options in the pattern of the ARIA Authoring Practices: the focus stays in
 * the box, arrows move through the list, Enter chooses, Esc closes.
 */
export function Palette({ workspace, workspaces, typed, onClose }: PaletteProps) {
  const open = useOpen();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = useFound(workspace?.slug, text);
  const here = useHere();
  const entries = useMemo(
    () =>
      matchingEntries(
        [...here, ...placeEntries(workspace, workspaces), ...found, ...searchEntry(workspace, text)],
        text,
      ),
    [here, workspace, workspaces, found, text],
  );

  useEffect(() => {
    // A press outside closes; React knows no such attribute yet.
    dialog.current?.setAttribute('closedby', 'any');
    dialog.current?.showModal();
  }, []);

  function choose(entry: PaletteEntry | undefined) {
    if (entry === undefined) return;
    // Closing gives the focus back; only then can it go on to where it is wanted.
    dialog.current?.close();
    const { target } = entry;
    if (target.kind === 'sign-out') void signOut();
    else if (target.kind === 'copy') void navigator.clipboard?.writeText(new URL(target.href, location.origin).href);
    else if (target.kind === 'page' || !goToPlace(target.path)) open(target.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) setActive((active + step + entries.length) % entries.length);
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(entries[active]);
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Search, go, do"
      onClose={onClose}
      className="mx-auto mt-2 mb-auto max-h-[calc(100dvh-1rem)] w-[min(100%-1rem,40rem)] max-w-none flex-col rounded-control border border-edge bg-sheet text-ink shadow-overlay open:flex sm:mt-[12dvh] sm:max-h-[70dvh]"
    >
      <div className="flex items-center gap-2 border-b border-hairline px-3">
        <Icon of={Search} className="text-ink-2" />
        <input
          role="combobox"
          aria-label="Search, go to or do"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${listId}-${active}` : undefined}
          placeholder="Search, go to or do"
          value={text}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onFocus={() => {
            const early = typed();
            if (early !== '') setText(early);
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-t-2 outline-none"
        />
        <button
          type="button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
          className="-mr-2 p-2 text-ink-2 hover:text-accent pointer-coarse:p-3.5"
        >
          <Icon of={X} />
        </button>
      </div>
      <PaletteList id={listId} entries={entries} active={active} text={text} onActive={setActive} onChoose={choose} />
    </dialog>
  );
}

/** What the tab shows stays as it is while the palette lies over it. */
function useHere(): readonly PaletteEntry[] {
  const pathname = usePathname();
  return useMemo(() => {
    const parts = shownWorksheet();
    const writing = /^\/w\/[^/]+\/p\/[^/]+\/write(\/|$)/.test(pathname);
    return parts === null ? [] : worksheetEntries(parts, writing ? 'write' : 'read');
  }, [pathname]);
}

/** What the server finds; the last answer stands until the next one is there, so that nothing flickers. */
function useFound(workspace: string | undefined, text: string): readonly PaletteEntry[] {
  const [found, setFound] = useState<readonly PaletteEntry[]>([]);
  useEffect(() => {
    if (workspace === undefined) return;
    const ended = new AbortController();
    const timer = setTimeout(() => {
      foundEntries(workspace, text, ended.signal).then(
        (entries) => {
          if (!ended.signal.aborted) setFound(entries);
        },
        // Without an answer there is still all that needs none.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [workspace, text]);
  return found;
}
