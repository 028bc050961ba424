/** Characters that steer others and are never drawn themselves: joiners, direction marks, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const CONTROL = /[\p{Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
const WORD = /[^\s\u200b\p{Ideographic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const BREAK_OPPORTUNITY = '\u200b';

/** Text in its composed form, without what no printer can draw. Line ends become spaces. */
export function composed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' ')
    .replace(CONTROL, '');
}

export function collectCharacters(text: string, into: Set<number>): void {
  for (const character of text)
    if (character !== '\n' && !INVISIBLE.test(character)) into.add(character.codePointAt(0) ?? 0);
}

/** Shows characters that no font has by their number, U+1F9FF, so that nothing is lost in silence. */
export function drawable(text: string, missing: ReadonlySet<number>): string {
  if (missing.size === 0) return text;
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return missing.has(code) ? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]` : character;
  }).join('');
}

/** Of a word: up to the punctuation after which it may break. */
const PART = /[^/._\-&?=]+[/._\-&?=]*|[/._\-&?=]+/gu;

/** A word longer than the column it stands in may break: after punctuation where there is some, else anywhere. */
export function breakable(text: string, longest: number): string {
  return text.replace(WORD, (word) =>
    word.length <= longest ? word : word.replace(PART, (part) => chopped(part, longest) + BREAK_OPPORTUNITY),
  );
}

const PIECE = 6;

function chopped(part: string, longest: number): string {
  const characters = Array.from(part);
  if (characters.length <= longest) return part;
  const piece = Math.min(PIECE, longest);
  return Array.from({ length: Math.ceil(characters.length / piece) }, (_, index) =>
    characters.slice(index * piece, (index + 1) * piece).join(''),
  ).join(BREAK_OPPORTUNITY);
}

/** How long the longest part of a word is, which stands whole in a column that is too narrow for the word. */
export function longestPart(text: string): number {
  const parts = Array.from(text.matchAll(WORD), (match) => match[0].match(PART) ?? []).flat();
  return Math.max(0, ...parts.map(({ length }) => length));
}

/** By the first letter that has a direction, as in Unicode's rule for paragraphs (UAX 9, P2 and P3). */
export function readsRightToLeft(text: string): boolean {
  const first = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]|\p{Letter}/u.exec(text)?.[0];
  return first !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first);
}
