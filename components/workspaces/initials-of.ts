/** One or two letters that stand for a person: "Dana Reyes" is DR, "李明" is 李. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return `${first}${last}`.toLocaleUpperCase('en') || '?';
}

/** The first character as a reader sees it, accents and joiners included. */
function firstLetter(word: string | undefined): string {
  const [first] = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word ?? '');
  return first?.segment ?? '';
}
