import type { TextRange } from './anchor.ts';

/**
 * A stretch of a text, told so that two sides find it who break its lines and space its words differently: its words,
 * and which of the places with the same words it is, from 0 on. White space does not count.
 */
export interface Quoted {
  readonly quote: string;
  readonly occurrence: number;
}

/** A text without its white space, and where each of its UTF-16 units stands in the text. */
interface Bare {
  readonly letters: string;
  readonly places: readonly number[];
}

function bare(text: string): Bare {
  const places = Array.from(text.matchAll(/\S/g), ({ index }) => index);
  return { letters: places.map((place) => text.charAt(place)).join(''), places };
}

/** Where it stands in the text; undefined where it does not. A quote without a letter stands nowhere. */
export function rangeOf(text: string, { quote, occurrence }: Quoted): TextRange | undefined {
  const { letters, places } = bare(text);
  const sought = bare(quote).letters;
  if (sought === '') return undefined;
  let at = letters.indexOf(sought);
  for (let passed = 0; at !== -1 && passed < occurrence; passed += 1) at = letters.indexOf(sought, at + 1);
  const [start, last] = [places[at], places[at + sought.length - 1]];
  return start === undefined || last === undefined ? undefined : { start, end: last + 1 };
}

/** The words at a range, and which of their places it is; undefined for a range without a letter. */
export function quotedAt(text: string, { start, end }: TextRange): Quoted | undefined {
  const quote = text.slice(start, end).trim();
  const sought = bare(quote).letters;
  if (sought === '') return undefined;
  const { letters } = bare(text);
  const before = bare(text.slice(0, start)).letters.length;
  let occurrence = 0;
  for (let at = letters.indexOf(sought); at !== -1 && at < before; at = letters.indexOf(sought, at + 1))
    occurrence += 1;
  return { quote, occurrence };
}
