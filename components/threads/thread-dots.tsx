'use client';

import { useEffect } from 'react';
import { pathWords } from '#components/worksheets/path-words.ts';
import { useWorksheet } from '#components/worksheets/worksheet-context.ts';
import { useShowField } from './use-show-field.ts';
import { useThreads } from './use-threads.ts';

/** A dot on the plumb line for each place that open threads are on. It leads to them in the panel. */
export function ThreadDots({ onDrawn }: { readonly onDrawn: () => void }) {
  const desk = useThreads();
  const { store } = useWorksheet();
  const showField = useShowField();
  const placed = desk.open.filter(({ place }) => place.path !== '');
  const places = Map.groupBy(placed, ({ place }) => place.path);
  useEffect(onDrawn);

  return Array.from(places, ([path, lines]) => {
    const threads = lines.length === 1 ? `Thread #${lines[0]?.number ?? ''}` : `${lines.length} threads`;
    return (
      <li key={path} data-at={path} hidden className="absolute inset-x-0 -translate-y-1/2">
        <a
          href={`#${path}`}
          aria-label={`${threads} on ${pathWords(path, (at) => store.valueAt(at))}`}
          onClick={() => showField(path)}
          className="flex h-6 items-center justify-center"
        >
          <span className="size-2 rounded-full bg-ink-2 outline-2 outline-sheet" />
        </a>
      </li>
    );
  });
}
