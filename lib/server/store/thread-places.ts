import { placeName } from '#lib/domain/documents/place-name.ts';
import { readingText } from '#lib/domain/documents/reading-text.ts';
import type { Readable } from '#lib/domain/threads/anchor-at.ts';
import type { Anchor } from '#lib/domain/threads/anchor.ts';
import { quotedAt, type Quoted } from '#lib/domain/threads/quoted.ts';
import { anchorResolver, remembered, type ResolvedAnchor } from '#lib/domain/threads/resolve-anchor.ts';
import { draftValueAt } from '#lib/domain/worksheets/paths.ts';
import { readWorksheet } from '#lib/domain/worksheets/read-worksheet.ts';
import { draftOf } from './worksheet-files.ts';
import type { StoredSections } from './worksheets.ts';

/** Where a thread stands now, in words and as a page finds it. */
export interface StandingPlace extends Pick<ResolvedAnchor, 'state' | 'path' | 'changed' | 'original'> {
  /** What people call the place now; '' for the whole document. */
  readonly label: string;
  /** The words that stand there now, for a thread on a passage that is still there. */
  readonly passage: Quoted | null;
}

/** A worksheet as threads are started and found on it. */
export function readableOf(title: string, stored: StoredSections): Readable {
  const draft = draftOf(title, stored);
  const worksheet = readWorksheet(draft);
  return {
    sections: draft.sections,
    worksheet,
    shownText: readingText,
    labelOf: (path) => placeName(worksheet, path),
  };
}

/** Places anchors in a worksheet. One for all threads of an answer: texts are read once. */
export function placesIn(readable: Readable): (anchor: Anchor) => StandingPlace {
  const resolve = anchorResolver(readable, readable.shownText);
  const textAt = remembered((path) => {
    const value = draftValueAt(readable, path);
    return typeof value === 'string' ? readable.shownText(path, value) : '';
  });
  return (anchor) => {
    const { range, ...resolved } = resolve(anchor);
    const { path } = resolved;
    const label = path === '' ? '' : readable.labelOf(path);
    const stands = range !== undefined && resolved.state !== 'outdated';
    return { ...resolved, label, passage: (stands && quotedAt(textAt(path), range)) || null };
  };
}
