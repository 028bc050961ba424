import { diff3Merge } from 'node-diff3';
import { words } from './text-tokens.ts';

/** Beyond this many words a conflicting passage is left to people: comparing them would take too long. */
const MAX_WORDS = 4_000;

/**
 * Three-way merge of text: first by lines, then word by word where lines conflict. Answers null where both sides
 * changed the same words.
 */
export function mergeText(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  return mergeTokens(lines(mine), lines(base), lines(theirs), mergeWords);
}

type Settle = (mine: string, base: string, theirs: string) => string | null;

function mergeTokens(mine: string[], base: string[], theirs: string[], settle: Settle): string | null {
  let merged = '';
  for (const region of diff3Merge(mine, base, theirs, { excludeFalseConflicts: true })) {
    const settled =
      region.ok?.join('') ??
      settle(region.conflict?.a.join('') ?? '', region.conflict?.o.join('') ?? '', region.conflict?.b.join('') ?? '');
    if (settled === null) return null;
    merged += settled;
  }
  return merged;
}

function mergeWords(mine: string, base: string, theirs: string): string | null {
  const [mineWords, baseWords, theirWords] = [words(mine), words(base), words(theirs)];
  if (mineWords.length + baseWords.length + theirWords.length > MAX_WORDS) return null;
  return mergeTokens(mineWords, baseWords, theirWords, () => null);
}

function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
