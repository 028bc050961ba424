'use client';

import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { AskedPlace } from '#lib/domain/threads/anchor-at.ts';
import { markedPassage, rangeOnPage } from './passage-ranges.ts';
import { usePut } from './put-elsewhere.tsx';
import { useShowField } from './use-show-field.ts';
import { useThreads } from './use-threads.ts';

/** Of the browser's registry of painted ranges; app/globals.css says how they look. */
const PAINT = 'plumbline-thread';

/** In Read: paints the passages of open threads, and offers to comment on what is marked. */
export function PassageMarks() {
  const desk = useThreads();
  const showField = useShowField();
  const [marked, setMarked] = useState<Marked | null>(null);
  const { lines } = desk;
  const put = usePut();

  // The page is drawn anew when the worksheet changes, under the marks.
  useEffect(() => {
    const main = document.getElementById('main');
    if (main === null || !('highlights' in CSS)) return;
    const paint = () => CSS.highlights.set(PAINT, new Highlight(...rangesOf(lines ?? [])));
    const watcher = new MutationObserver(paint);
    watcher.observe(main, { childList: true, subtree: true, characterData: true });
    paint();
    return () => {
      watcher.disconnect();
      CSS.highlights.delete(PAINT);
    };
  }, [lines]);

  useEffect(() => {
    const look = () => setMarked(markedOn(document.getSelection()));
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, []);

  async function begin(passage: AskedPlace) {
    const place = (await isText(passage.path)) ? passage : { path: passage.path };
    desk.begin(place);
    showField(place.path);
    setMarked(null);
  }

  async function putOn(passage: AskedPlace) {
    put((await isText(passage.path)) ? passage : { path: passage.path });
    setMarked(null);
  }

  if (marked === null) return null;
  return (
    <div
      ref={(element) => {
        if (element === null) return;
        element.style.top = `${marked.top}px`;
        element.style.left = `${marked.left}px`;
      }}
      className="screen-only fixed z-20 flex -translate-x-full bg-sheet shadow-overlay"
    >
      {/* The press must not take the marking away before it is heard. */}
      <Button
        size="compact"
        data-act="comment"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void begin(marked.place)}
      >
        Comment
      </Button>
      {desk.moving === null ? null : (
        <Button size="compact" onMouseDown={(event) => event.preventDefault()} onClick={() => void putOn(marked.place)}>
          Put #{desk.moving} here
        </Button>
      )}
    </div>
  );
}

interface Marked {
  readonly place: AskedPlace;
  /** In the window, of the end of what is marked. */
  readonly top: number;
  readonly left: number;
}

function markedOn(selection: Selection | null): Marked | null {
  const found = markedPassage(selection);
  if (found === null || selection === null) return null;
  const box = selection.getRangeAt(0).getBoundingClientRect();
  return { place: found, top: box.bottom + 4, left: Math.max(box.right, 96) };
}

/** Whether people write words there: a number or a choice is commented on as a whole. */
async function isText(path: string): Promise<boolean> {
  const { fieldAtPath } = await import('#lib/domain/worksheets/paths.ts');
  const kind = fieldAtPath(path)?.kind;
  return kind === 'text' || kind === 'markdown';
}

function rangesOf(lines: NonNullable<ReturnType<typeof useThreads>['lines']>): Range[] {
  return lines.flatMap(({ place, resolvedAt }) => {
    if (place.passage === null || resolvedAt !== null) return [];
    const range = rangeOnPage(place.path, place.passage);
    return range === null ? [] : [range];
  });
}
