import type { Passage, TextRange } from './anchor.ts';
import { errorsAtEachEnd } from './nearest-words.ts';
import { adjoiningAfter, adjoiningBefore, agreement, keptNeighbours, type Neighbours } from './neighbours.ts';
import { readWords, type Lexicon, type Words } from './passage-words.ts';
import { standingShare } from './standing-share.ts';

/** Where a passage is now: word for word, in other words, or no longer, with the gap that it left where that is known. */
export type PassageFound =
  | { readonly state: 'same' | 'changed'; readonly range: TextRange }
  | { readonly state: 'gone'; readonly gap?: TextRange };

/**
 * Half of a quote may have changed, no more: the bound of the Hypothesis client (match-quote.ts) and of Google's
 * diff-match-patch (Match_Threshold). Beyond it readers no longer take the one for the other.
 */
const LEAST_STANDING = 0.5;
/** So much of one side has to stand where the words alone do not tell. */
const LEAST_AGREEMENT = 0.5;
/**
 * Without spaces. A quote of about five words is not written twice by chance: it is the passage wherever it stands.
 * Shorter ones (‘the model’) need a neighbour that stayed.
 */
const TELLING_LETTERS = 24;
/** With no neighbour left, a telling quote may have changed by a quarter. */
const LEAST_STANDING_ALONE = 0.75;
/** Places that are looked at closely, so that a quote of one common word costs no more than others. */
const MOST_PLACES = 16;
/** What a place is judged by, as the Hypothesis client weighs it. */
const WEIGHTS = { words: 50, before: 20, after: 20, nearness: 2 } as const;
/** Neighbours on each side that have to stand together to show the gap that a passage left. */
const GAP_NEIGHBOURS = 3;
/** Words beyond twice the quote that may stand in the gap. */
const GAP_SLACK = 12;

/** Words of a text from `first` to before `end`. */
interface Stretch {
  readonly first: number;
  readonly end: number;
  /** Words that differ from the quote. */
  readonly errors: number;
}

interface Quote {
  readonly words: Words;
  readonly letters: number;
  readonly neighbours: Neighbours;
  readonly position: TextRange;
}

/**
 * Finds a passage by its words, its neighbours and its place, in time O(text × ⌈quote / 32⌉) counted in words.
 * @param text read with the same lexicon
 */
export function findPassage(passage: Passage, text: Words, lexicon: Lexicon): PassageFound {
  const quote = readQuote(passage, lexicon);
  if (quote.words.ids.length === 0) return { state: 'gone' };
  const judged = stretches(quote, text).map((stretch) => judge(quote, text, stretch));
  const [best] = judged.sort((one, other) => other.score - one.score);
  if (best === undefined || !isThePassage(quote, text, best)) return gapOf(quote, text);
  return { state: best.errors === 0 ? 'same' : 'changed', range: rangeOf(text, best) };
}

/** The words of a quote somewhere in another text, when there are enough of them to tell. */
export function findTellingWords(passage: Passage, text: Words, lexicon: Lexicon): TextRange | undefined {
  const quote = readQuote(passage, lexicon);
  const [first] = quote.letters >= TELLING_LETTERS ? sameWords(quote, text) : [];
  return first === undefined ? undefined : rangeOf(text, first);
}

function readQuote({ exact, prefix, suffix, position }: Passage, lexicon: Lexicon): Quote {
  const words = readWords(exact, lexicon);
  const neighbours = keptNeighbours(readWords(prefix, lexicon), readWords(suffix, lexicon));
  return { words, letters: exact.replace(/\s/g, '').length, neighbours, position };
}

/** Most passages stand as they stood: only where none does among its neighbours are changed words looked for. */
function stretches(quote: Quote, text: Words): readonly Stretch[] {
  const same = nearest(quote, text, sameWords(quote, text));
  const amongNeighbours = same.filter(
    ({ first, end }) =>
      adjoiningBefore(text, first, quote.neighbours, GAP_NEIGHBOURS) > 0 &&
      adjoiningAfter(text, end, quote.neighbours, GAP_NEIGHBOURS) > 0,
  );
  return amongNeighbours.length > 0 ? amongNeighbours : [...same, ...changedWords(quote, text)];
}

function sameWords({ words: { ids } }: Quote, text: Words): Stretch[] {
  const found: Stretch[] = [];
  for (let first = text.ids.indexOf(ids[0] ?? 0); first !== -1; first = text.ids.indexOf(ids[0] ?? 0, first + 1)) {
    if (ids.every((word, at) => text.ids[first + at] === word)) {
      found.push({ first, end: first + ids.length, errors: 0 });
    }
  }
  return found;
}

/** Where the quote may end, then for each end where it may begin, by the same search read backwards. */
function changedWords(quote: Quote, text: Words): Stretch[] {
  const pattern = quote.words.ids;
  const most = Math.floor(pattern.length / 2);
  if (most === 0) return [];
  const ends = lowPoints(errorsAtEachEnd(pattern, text.ids), most).map(({ place, errors }) => ({
    first: Math.max(0, place - pattern.length),
    end: place,
    errors,
  }));
  const backwards = pattern.toReversed();
  return nearest(quote, text, ends).flatMap(({ end }) => {
    const window = text.ids.slice(Math.max(0, end - pattern.length - most), end).reverse();
    return lowPoints(errorsAtEachEnd(backwards, window, 'at-begin'), most)
      .filter(({ place }) => place > 0)
      .map(({ place, errors }) => ({ first: end - place, end, errors }));
  });
}

/** Places from which going on makes it no better, with at most so many errors. */
function lowPoints(errors: Int32Array, most: number): { readonly place: number; readonly errors: number }[] {
  const low: { place: number; errors: number }[] = [];
  for (let place = 0; place < errors.length; place += 1) {
    const here = errors[place] ?? 0;
    if (here > most) continue;
    const isLow = here <= (errors[place - 1] ?? here) && here <= (errors[place + 1] ?? here);
    if (isLow) low.push({ place, errors: here });
  }
  return low;
}

/** The places worth a closer look: few errors, a neighbour that stayed, not far away. */
function nearest(quote: Quote, text: Words, found: readonly Stretch[]): readonly Stretch[] {
  if (found.length <= MOST_PLACES) return found;
  const ranked = found.map((stretch) => ({
    stretch,
    differs:
      stretch.errors -
      adjoiningBefore(text, stretch.first, quote.neighbours, 1) -
      adjoiningAfter(text, stretch.end, quote.neighbours, 1),
    away: Math.abs((text.starts[stretch.first] ?? 0) - quote.position.start),
  }));
  ranked.sort((one, other) => one.differs - other.differs || one.away - other.away);
  return ranked.slice(0, MOST_PLACES).map(({ stretch }) => stretch);
}

type Judged = Stretch & { readonly score: number; readonly before: number; readonly after: number };

function judge(quote: Quote, text: Words, stretch: Stretch): Judged {
  const { before, after } = agreement(text, stretch.first, stretch.end, quote.neighbours);
  const length = text.ends.at(-1) ?? 1;
  const nearness = 1 - Math.min(1, Math.abs((text.starts[stretch.first] ?? 0) - quote.position.start) / length);
  const words = 1 - stretch.errors / quote.words.ids.length;
  const score = WEIGHTS.words * words + WEIGHTS.before * before + WEIGHTS.after * after + WEIGHTS.nearness * nearness;
  return { ...stretch, before, after, score };
}

function isThePassage(quote: Quote, text: Words, { first, end, errors, before, after }: Judged): boolean {
  const standing = errors === 0 ? 1 : standingShare(quote.words, text, first, end);
  if (Math.max(before, after) >= LEAST_AGREEMENT) return standing >= LEAST_STANDING;
  return quote.letters >= TELLING_LETTERS && standing >= LEAST_STANDING_ALONE;
}

/** What stands between the neighbours of a passage that is gone. */
function gapOf(quote: Quote, text: Words): PassageFound {
  const most = 2 * quote.words.ids.length + GAP_SLACK;
  const { before, after } = quote.neighbours;
  const stands = (place: number, side: typeof adjoiningBefore, kept: readonly number[]) =>
    side(text, place, quote.neighbours, GAP_NEIGHBOURS) === Math.min(GAP_NEIGHBOURS, kept.length);
  const gaps: Stretch[] = [];
  for (let first = 0; first <= text.ids.length; first += 1) {
    if (!stands(first, adjoiningBefore, before)) continue;
    let end = first;
    while (end <= Math.min(first + most, text.ids.length) && !stands(end, adjoiningAfter, after)) end += 1;
    if (end <= Math.min(first + most, text.ids.length)) gaps.push({ first, end, errors: 0 });
  }
  const [gap] = nearest(quote, text, gaps);
  return gap === undefined ? { state: 'gone' } : { state: 'gone', gap: rangeOf(text, gap) };
}

function rangeOf(text: Words, { first, end }: Stretch): TextRange {
  if (first < end) return { start: text.starts[first] ?? 0, end: text.ends[end - 1] ?? 0 };
  const point = text.ends[first - 1] ?? 0;
  return { start: point, end: point };
}
