import type { Words } from './passage-words.ts';

/** Stand for the begin and the end of a text, which are neighbours as good as words. */
export const TEXT_BEGINS = -1;
export const TEXT_ENDS = -2;

/** The words around a passage, from the passage outwards on both sides. */
export interface Neighbours {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** The neighbours that a passage was kept with; without words on a side it stood at the text's end there. */
export function keptNeighbours(prefix: Words, suffix: Words): Neighbours {
  return {
    before: prefix.ids.length === 0 ? [TEXT_BEGINS] : Array.from(prefix.ids).reverse(),
    after: suffix.ids.length === 0 ? [TEXT_ENDS] : Array.from(suffix.ids),
  };
}

/** Of a text, the word `distance` words before the place; 0 is the nearest. */
function wordBefore(text: Words, place: number, distance: number): number {
  return text.ids[place - 1 - distance] ?? TEXT_BEGINS;
}

function wordAfter(text: Words, place: number, distance: number): number {
  return text.ids[place + distance] ?? TEXT_ENDS;
}

/** How many of the nearest neighbours stand directly before a place, up to `most`. */
export function adjoiningBefore(text: Words, place: number, { before }: Neighbours, most: number): number {
  return adjoining((distance) => wordBefore(text, place, distance), before, most);
}

export function adjoiningAfter(text: Words, place: number, { after }: Neighbours, most: number): number {
  return adjoining((distance) => wordAfter(text, place, distance), after, most);
}

function adjoining(word: (distance: number) => number, kept: readonly number[], most: number): number {
  let same = 0;
  while (same < most && same < kept.length && word(same) === kept[same]) same += 1;
  return same;
}

/** Words that may have come between the neighbours and still be read over. */
const SLACK = 4;

/** How much of each side still stands around the words from `first` to before `end`, from 0 to 1. */
export function agreement(
  text: Words,
  first: number,
  end: number,
  kept: Neighbours,
): { readonly before: number; readonly after: number } {
  return {
    before: likeness(kept.before, (distance) => wordBefore(text, first, distance)),
    after: likeness(kept.after, (distance) => wordAfter(text, end, distance)),
  };
}

/** What a word that came in between costs of one that is missed: it parts the neighbours, it does not take them away. */
const PUT_IN = 0.25;

/** The nearest neighbour weighs most, the next half, then a third: readers look at what is near. */
const weightAt = (distance: number) => 1 / (distance + 1);

/** One less the share of the kept words that changed or went, with the far end left open. */
function likeness(kept: readonly number[], word: (distance: number) => number): number {
  if (adjoining(word, kept, kept.length) === kept.length) return 1;
  let row = Array.from({ length: kept.length + SLACK + 1 }, (_, reached) => reached * PUT_IN);
  let all = 0;
  for (const [at, known] of kept.entries()) {
    const weight = weightAt(at);
    all += weight;
    const next = [(row[0] ?? 0) + weight];
    for (let reached = 1; reached < row.length; reached += 1) {
      const replaced = (row[reached - 1] ?? 0) + (word(reached - 1) === known ? 0 : weight);
      next.push(Math.min(replaced, (row[reached] ?? 0) + weight, (next[reached - 1] ?? 0) + weight * PUT_IN));
    }
    row = next;
  }
  return 1 - Math.min(...row) / all;
}
