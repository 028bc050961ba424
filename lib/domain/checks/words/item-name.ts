import { listed } from './number-words.ts';
import type { Subject } from '../rule.ts';
import { nameAt } from './shown-value.ts';

const MOST_NAMES = 3;

/** Enough of a reader to say which item is meant. */
interface Named {
  readonly path: string;
  readonly id: string;
}

/** What an item calls itself, in quotes; its id while it has no name. Only for words: a name decides nothing. */
export function quotedName({ read }: Subject, item: Named): string {
  return `‘${nameAt(read.worksheet, item.path) ?? item.id}’`;
}

/** '‘Clicks’ and ‘Orders’'; beyond three names '‘Clicks’, ‘Orders’, ‘Views’ and 4 others'. */
export function quotedNames(subject: Subject, items: readonly Named[]): string {
  const names = items.slice(0, MOST_NAMES).map((item) => quotedName(subject, item));
  const others = items.length - names.length;
  return listed(others === 0 ? names : [...names, others === 1 ? '1 other' : `${others} others`]);
}
