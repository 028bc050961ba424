/**
 * Words by which a passage is known again. Letters are compared without case and spaces do not count; quotation marks,
 * dashes and ellipses are compared without their typography. Signs stand as words of their own, since a minus, a
 * ‘<’ or a ‘%’ changes what a text says.
 */
export interface Words {
  /** One number a word; equal words have equal numbers in one lexicon. */
  readonly ids: Int32Array;
  /** Where each word begins and ends, in UTF-16 units, as in the browser's ranges. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Words and their numbers: shared by the texts and quotes that are compared. */
export type Lexicon = Map<string, number>;

/** Scripts without spaces between words: each letter stands alone. */
const UNSPACED = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}';
const LETTER = `[[\\p{L}\\p{M}_]--[${UNSPACED}]]`;
const LETTER_OR_DIGIT = `[[\\p{L}\\p{M}\\p{N}_]--[${UNSPACED}]]`;
/** Soft hyphens and zero-width characters, which nobody sees, and apostrophes hold a word together. */
const INVISIBLE = '\\u{AD}\\u{200B}-\\u{200D}\\u{2060}';
const EMOJI = '\\p{ExtPict}[\\p{EMod}\\u{FE0F}]*';

/** The most frequent first. No alternative ends between a letter and its marks, or within an emoji. */
const WORD = new RegExp(
  [
    `${LETTER}${LETTER_OR_DIGIT}*(?:['’${INVISIBLE}]${LETTER_OR_DIGIT}+)*`,
    // With its sign, where it is one: not in 10-20.
    `(?<!${LETTER_OR_DIGIT})[\\-−+]?\\p{N}+(?:[.,]\\p{N}+)*\\p{M}*`,
    `[${UNSPACED}]\\p{M}*`,
    `${EMOJI}(?:\\u{200D}${EMOJI})*`,
    '\\p{RI}\\p{RI}',
    '\\.\\.\\.',
    `[^\\s${INVISIBLE}]\\p{M}*`,
  ].join('|'),
  'gv',
);

/** Every passage of every thread is read: no iterator and no match object a word, which would take four times as long. */
export function readWords(text: string, lexicon: Lexicon): Words {
  const found: readonly string[] = text.match(WORD) ?? [];
  const ids = new Int32Array(found.length);
  const starts = new Int32Array(found.length);
  const ends = new Int32Array(found.length);
  let from = 0;
  for (let at = 0; at < found.length; at += 1) {
    const word = found[at] ?? '';
    // Between words there are only characters that begin none.
    const start = text.indexOf(word, from);
    from = start + word.length;
    ids[at] = idOf(word, lexicon);
    starts[at] = start;
    ends[at] = from;
  }
  return { ids, starts, ends };
}

function idOf(word: string, lexicon: Lexicon): number {
  const known = lexicon.get(word);
  if (known !== undefined) return known;
  const plain = folded(word);
  const id = lexicon.get(plain) ?? lexicon.size;
  lexicon.set(plain, id);
  lexicon.set(word, id);
  return id;
}

function folded(word: string): string {
  if (/^[a-z0-9]+$/.test(word)) return word;
  return word
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/…/g, '...')
    .toUpperCase() // before lower case: ‘ß’ and ‘SS’ are one
    .toLowerCase();
}
