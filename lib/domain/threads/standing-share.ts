import type { Words } from './passage-words.ts';

/** A long word is no more than a word: the mean in English is 4.8 letters (Norvig 2012, of 743 billion words). */
const MOST_WEIGHT = 5;

/**
 * The share of a quote's letters that still stand, in their order, among the words of a text from `first` to before
 * `end`: the heaviest common subsequence, each word weighing its letters up to a bound, so that ‘of the’ is no likeness.
 * Time and space O(quote × stretch), asked once a passage.
 */
export function standingShare(quote: Words, text: Words, first: number, end: number): number {
  const width = end - first + 1;
  let row = new Float64Array(width);
  let letters = 0;
  for (const [at, word] of quote.ids.entries()) {
    const weight = Math.min(MOST_WEIGHT, (quote.ends[at] ?? 0) - (quote.starts[at] ?? 0));
    letters += weight;
    const next = new Float64Array(width);
    for (let reached = 1; reached < width; reached += 1) {
      const kept = text.ids[first + reached - 1] === word ? (row[reached - 1] ?? 0) + weight : 0;
      next[reached] = Math.max(kept, row[reached] ?? 0, next[reached - 1] ?? 0);
    }
    row = next;
  }
  return letters === 0 ? 0 : (row[width - 1] ?? 0) / letters;
}
