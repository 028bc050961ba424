'use client';

import { useEffect } from 'react';
import { guidanceFor, knownGuidance } from '#lib/client/guidance.ts';
import { sectionByKey } from '#lib/domain/worksheets/all-sections.ts';
import { emptyListWords } from './empty-list-words.ts';
import { itemPlace } from './item-address.ts';
import { ItemSheet } from './item-sheet.tsx';
import { SectionSheet } from './section-sheet.tsx';

interface PageInPlaceProps {
  readonly section: string;
  readonly item: string | undefined;
}

/** A page of Write that was made here; the addresses of others are never opened in place. */
export function PageInPlace({ section: key, item }: PageInPlaceProps) {
  const section = sectionByKey(key);
  const place = section === undefined || item === undefined ? undefined : itemPlace(section, item);
  const title = section?.title;

  useEffect(() => (title === undefined ? undefined : showTitle(title)), [title]);

  if (section === undefined) return null;
  if (place !== undefined) return <ItemSheet section={section} place={place} />;
  const guidance = knownGuidance(key);
  return <SectionSheet section={section} whenEmpty={emptyListWords(section, (path) => guidanceFor(guidance, path))} />;
}

/** In the tab, in front of the project and the product; the answer takes it back. */
function showTitle(title: string): () => void {
  const before = document.title;
  const after = before.replace(/^.*?(?= – )/, title);
  document.title = after;
  return () => {
    // The next page may have said its own title meanwhile.
    if (document.title === after) document.title = before;
  };
}
