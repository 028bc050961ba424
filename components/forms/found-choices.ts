import type { NamedChoice } from './reference-choices.ts';

/** Something that the search of a reference offers. `value` is an item's id, or the name of the item to be added. */
export interface FoundChoice extends NamedChoice {
  readonly kind: 'item' | 'new' | 'none';
}

/**
 * What matches, the beginnings of names first, then what holds every word that was typed; after them a way to add an
 * item of that name where none has it, and before anything is typed a way to choose nothing.
 */
export function foundChoices(
  choices: readonly NamedChoice[],
  typed: string,
  { noun, value }: { readonly noun: string; readonly value: string },
): readonly FoundChoice[] {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  const wanted = plain(text);
  const words = wanted.split(' ');
  const items = choices
    .filter(({ label }) => words.every((word) => plain(label).includes(word)))
    .map((choice): FoundChoice => ({ ...choice, kind: 'item' }));
  if (text === '') return [...items, ...(value === '' ? [] : [nothing])];
  const first = items.filter(({ label }) => plain(label).startsWith(wanted));
  const ordered = [...first, ...items.filter((item) => !first.includes(item))];
  const known = items.some(({ label }) => plain(label) === wanted);
  return known ? ordered : [...ordered, { kind: 'new', value: text, label: `New ${noun}: ‘${text}’` }];
}

const nothing: FoundChoice = { kind: 'none', value: '', label: 'None' };

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
