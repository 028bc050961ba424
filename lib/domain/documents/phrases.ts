import type { Inline } from './document.ts';
import { plainText, text } from './runs.ts';

/** Words that begin a sentence and are no names, so that they may lose their capital within one. */
const MEEK =
  /^(?:A|An|The|One|Each|Every|At|When|On|In|Before|After|During|While|Whether|To|If|As|By|From|For|With|Is|Are|They|It|Assumed|Measured|Inferred|Shown|Probability|Score|Number|Amount|Share|Expected|Class)\b/;
const ARTICLE = /^(?:a|an|one|each|every)\s+/i;

/**
 * A short answer as a part of a sentence of ours: without its full stop, and with a small letter where the first word
 * is no name. Undefined where it is too long, or is more than one sentence.
 */
export function asPhrase(runs: readonly Inline[] | undefined, longest = 160): readonly Inline[] | undefined {
  if (runs === undefined) return undefined;
  const words = plainText(runs).trim();
  if (words.length > longest || /[.!?;:]\s/.test(words) || words.includes('\n')) return undefined;
  return changed(runs, (value) => smallLetter(value.trim().replace(/[.!?;,\s]+$/, '')));
}

/** The same after 'each': 'One card payment' is 'card payment'. */
export function afterEach(runs: readonly Inline[]): readonly Inline[] {
  return changed(runs, (value) => value.replace(ARTICLE, ''));
}

/** A whole sentence, with a full stop unless it has its own. */
export function asSentence(runs: readonly Inline[]): readonly Inline[] {
  return /[.!?…]["”’)]?$/.test(plainText(runs).trimEnd()) ? runs : [...runs, text('.')];
}

/** Begins with a small letter, unless the first word may be a name. */
export function lowered(runs: readonly Inline[]): readonly Inline[] {
  return changed(runs, smallLetter);
}

/** The same for the words of a choice, which are ours and never begin with a name. */
export function uncapped(runs: readonly Inline[]): readonly Inline[] {
  return changed(runs, (value) => value.charAt(0).toLowerCase() + value.slice(1));
}

/** A choice in words that fit the sentence better than those of its list. */
export function ownWords(path: string, words: string): Inline {
  return { kind: 'value', path, state: 'answered', text: words };
}

function smallLetter(value: string): string {
  return MEEK.test(value) ? value.charAt(0).toLowerCase() + value.slice(1) : value;
}

/** Of answers that are one run, as those of a line of text are. */
function changed(runs: readonly Inline[], change: (value: string) => string): readonly Inline[] {
  const [only, ...rest] = runs;
  if (only === undefined || rest.length > 0 || (only.kind !== 'value' && only.kind !== 'text')) return runs;
  return [{ ...only, text: change(only.text) }];
}
