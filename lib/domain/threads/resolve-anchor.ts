import { isJsonArray, isJsonObject, type Json } from '#lib/domain/json.ts';
import { valueHash } from '#lib/domain/worksheets/operations.ts';
import { draftValueAt, fieldAtPath } from '#lib/domain/worksheets/paths.ts';
import { itemId } from '#lib/domain/worksheets/read-worksheet.ts';
import type { Anchor, Passage, TextRange } from './anchor.ts';
import { findPassage, findTellingWords } from './find-passage.ts';
import { readWords, type Lexicon, type Words } from './passage-words.ts';
import { standingPlace, type Standing } from './standing-place.ts';

/**
 * Where a thread is shown now. `exact`: what it was started on stands there, a passage word for word. `moved`: the
 * passage stands there in other words, or its words stand in another field. `outdated`: what it was started on is
 * gone, and this is the nearest that is left. Nothing is ever lost: the document always stands.
 */
export interface ResolvedAnchor {
  readonly state: 'exact' | 'moved' | 'outdated';
  /** Of the field, item or section; '' is the document. */
  readonly path: string;
  /** In the field's text: the passage, or the gap that an outdated one left. */
  readonly range?: TextRange;
  /** The value that it was made against has changed since. */
  readonly changed: boolean;
  /** What the passage said, or what the place was called. */
  readonly original: string;
}

/** The text of a field as readers see it, from what was typed: passages are marked in Read, where Markdown has no marks. */
export type ShownText = (path: string, typed: string) => string;

/**
 * Places anchors in a worksheet as it stands. Its texts are read once, however many threads there are: ask for one
 * resolver a page, not one a thread.
 */
export function anchorResolver(standing: Standing, shownText: ShownText): (anchor: Anchor) => ResolvedAnchor {
  const texts = textsOf(standing, shownText);
  const placeOf = remembered((path) => standingPlace(path, standing));
  const hashAt = remembered((path: string) => valueHash(draftValueAt(standing, path)));
  return (anchor) => {
    if (anchor.kind === 'document') return { state: 'exact', path: '', changed: false, original: '' };
    const path = placeOf(anchor.path);
    const changed = 'valueHash' in anchor && hashAt(anchor.path) !== anchor.valueHash;
    const resolved = { changed, original: anchor.label };
    if (anchor.kind !== 'passage') return { ...resolved, state: path === anchor.path ? 'exact' : 'outdated', path };
    const found = placePassage(anchor.path, anchor.passage, { path, changed, texts });
    return { ...resolved, original: anchor.passage.exact, ...found };
  };
}

/** An answer about each place, found once: many threads ask about one. */
export function remembered<T>(answer: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const found = answer(path);
    known.set(path, found);
    return found;
  };
}

type Placed = Pick<ResolvedAnchor, 'state' | 'path' | 'range'>;

interface Surroundings {
  /** The nearest that is left of the anchor's own place. */
  readonly path: string;
  readonly changed: boolean;
  readonly texts: Texts;
}

function placePassage(home: string, passage: Passage, { path, changed, texts }: Surroundings): Placed {
  const text = path === home ? texts.at(home) : undefined;
  // An unchanged value needs no search, and neither does a quote that begins within a word.
  if (text !== undefined && !changed && stoodStill(passage, text.shown)) {
    return { state: 'exact', path, range: passage.position };
  }
  const found = text === undefined ? undefined : findPassage(passage, text.words, texts.lexicon);
  if (found !== undefined && found.state !== 'gone') {
    return { state: found.state === 'same' ? 'exact' : 'moved', path, range: found.range };
  }
  const elsewhere = texts.elsewhere(passage, home);
  if (elsewhere !== undefined) return { state: 'moved', ...elsewhere };
  return found?.gap === undefined ? { state: 'outdated', path } : { state: 'outdated', path, range: found.gap };
}

function stoodStill({ exact, position }: Passage, text: string): boolean {
  return exact !== '' && text.slice(position.start, position.end) === exact;
}

interface Texts {
  readonly lexicon: Lexicon;
  readonly at: (path: string) => { readonly shown: string; readonly words: Words } | undefined;
  /** The words of a passage in another field that readers find. */
  readonly elsewhere: (
    passage: Passage,
    home: string,
  ) => { readonly path: string; readonly range: TextRange } | undefined;
}

function textsOf(standing: Standing, shownText: ShownText): Texts {
  const lexicon: Lexicon = new Map();
  const typed = new Map(Object.entries(standing.sections).flatMap(([key, section]) => writtenIn(section, key)));
  const at = remembered((path) => {
    const source = typed.get(path);
    if (source === undefined) return undefined;
    const shown = shownText(path, source);
    return { shown, words: readWords(shown, lexicon) };
  });
  return {
    lexicon,
    at,
    elsewhere(passage, home) {
      for (const path of typed.keys()) {
        const text = path === home || standingPlace(path, standing) !== path ? undefined : at(path);
        const range = text === undefined ? undefined : findTellingWords(passage, text.words, lexicon);
        if (range !== undefined) return { path, range };
      }
      return undefined;
    },
  };
}

/** Every text that somebody wrote, by its path. */
function writtenIn(value: Json, path: string): [string, string][] {
  if (typeof value === 'string') {
    const kind = fieldAtPath(path)?.kind;
    return kind === 'markdown' || kind === 'text' ? [[path, value]] : [];
  }
  if (isJsonArray(value)) return value.flatMap((item) => writtenIn(item, `${path}.${itemId(item) ?? ''}`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => writtenIn(member, `${path}.${key}`));
}
