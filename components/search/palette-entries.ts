/** Something that the palette can go to or do. */
export interface PaletteEntry {
  readonly group: PaletteGroup;
  readonly label: string;
  /** Where it is, or what it is, in a few words. */
  readonly hint?: string;
  /** Further words to find it by. */
  readonly also?: string;
  /** Found, but not listed before something was typed. */
  readonly onlyWhenAsked?: boolean;
  /** It was found by what it says, so that its label need not hold what was typed. */
  readonly found?: boolean;
  readonly target: PaletteTarget;
}

/** In the order in which they stand before anything is typed. */
const GROUPS = ['This worksheet', 'Projects', 'Do', 'Go to', 'In worksheets'] as const;
export type PaletteGroup = (typeof GROUPS)[number];

/** What the server finds comes later than the rest, and must not move what somebody is about to choose. */
const FOUND_LATER: readonly PaletteGroup[] = ['Projects', 'In worksheets'];

export type PaletteTarget =
  | { readonly kind: 'page'; readonly href: string }
  /** A field: on the page itself where it stands there. */
  | { readonly kind: 'field'; readonly path: string; readonly href: string }
  | { readonly kind: 'copy'; readonly href: string }
  | { readonly kind: 'sign-out' };

/** So many of one group are shown. */
const MOST = 8;

/**
 * What matches, best first: within its group, and the groups by the best in each. Every word that was typed has to be
 * found; the beginning of the label counts most, then the beginning of a word, then any place.
 */
export function matchingEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = normal(typed).split(/\s+/).filter(Boolean);
  const scored = entries.flatMap((entry) => {
    const score = words.length === 0 ? (entry.onlyWhenAsked ? 0 : 1) : entry.found ? 1 : scoreOf(entry, words);
    return score === 0 ? [] : [{ entry, score }];
  });
  const groups = GROUPS.map((group) => {
    const here = scored.filter(({ entry }) => entry.group === group).toSorted((a, b) => b.score - a.score);
    return { best: FOUND_LATER.includes(group) ? 0 : (here[0]?.score ?? 0), here: here.slice(0, MOST) };
  });
  const ordered = words.length === 0 ? groups : groups.toSorted((a, b) => b.best - a.best);
  return ordered.flatMap(({ here }) => here.map(({ entry }) => entry));
}

/** 0 where a word is missing. */
function scoreOf({ label, hint = '', also = '' }: PaletteEntry, words: readonly string[]): number {
  const name = normal(label);
  const all = ` ${name} ${normal(hint)} ${normal(also)}`;
  if (!words.every((word) => all.includes(word))) return 0;
  if (name.startsWith(words.join(' '))) return 4;
  if (words.every((word) => ` ${name}`.includes(` ${word}`))) return 3;
  return words.every((word) => name.includes(word)) ? 2 : 1;
}

/** Without case and accents. */
function normal(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
