import type { Text } from 'mdast';
import type { Options } from 'mdast-util-to-markdown';

/** Words in which the printer of Markdown would find nothing to escape, wherever they stand in a line. */
interface PlainWords {
  readonly type: 'plainWords';
  readonly value: string;
}

/**
 * Letters, digits and signs that are no marks, of which few can stand first: nothing in it could be read as markup, by
 * itself or together with what stands around it. What could be is left out generously: 'www.',
 * '://', a number that begins a list, two spaces.
 */
const PLAIN =
  /^(?!\d+(?:\)|\.(?:\s|$))|.*(?:[Ww]\.|:\/| {2}))[\p{L}\p{N}€–−][\p{L}\p{M}\p{N} \u00a0\u202f.,;:()%€‰’‘“”–—…?"'/+=−×·→≤≥≈±°÷›●-]*$/u;

/**
 * A run of text for the printer. Looking for what has to be escaped takes most of the printer's time, and nearly all
 * that is written has nothing of it.
 */
export function textNode(value: string): Text {
  return PLAIN.test(value) && !value.endsWith(' ') ? asWritten(value) : { type: 'text', value };
}

/** The space between two runs in the middle of a line. */
export function gap(): Text {
  return asWritten(' ');
}

function asWritten(value: string): Text {
  const words: PlainWords = { type: 'plainWords', value };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the printer knows it by the handler below, mdast does not
  return words as unknown as Text;
}

function print({ value }: PlainWords): string {
  return value;
}

/** What comes next decides how a mark before it is written. */
print.peek = ({ value }: PlainWords): string => value.charAt(0);

/** By the name of a type that mdast has none of. */
const plainWords: string = 'plainWords';

export const plainWordsToMarkdown: Options = { handlers: { [plainWords]: print } };
